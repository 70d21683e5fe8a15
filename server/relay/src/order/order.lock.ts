/**
 * Writes to one order, one after the other. S-360 makes no promise about two changes at once, and a payment must not start
 * while a ticket is being removed. Orders do not wait for each other. Of this process alone: another relay sees nothing of it.
 */
export class OrderQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `work` when all earlier work on the order is done, whether that succeeded or not. Not reentrant. */
  run<T>(orderId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(orderId) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(orderId) === tail) this.#tails.delete(orderId);
      });
    this.#tails.set(orderId, tail);
    return result;
  }

  /** Orders with work under way or waiting. */
  get size(): number {
    return this.#tails.size;
  }
}
