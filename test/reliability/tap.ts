import type { TappedWrite } from './verdict.js';

const writes =
  /<(?:\w+:)?(createOrUpdateOrder|createPaymentsAndCloseOrder|abandonMovements|closeOrder|notifyOrder|reopenOrder)[ >]/;
const reads = /<(?:\w+:)?(?:getOrderDetails|checkPayment)[ >]/;
const order = /<(?:\w+:)?orderId>(\d+)</;
/** A call that S-360 is still working on is asked for again, whole, with the id that S-360 gave it. */
const poll = /<(?:\w+:)?requestId>/;
/** How long what was written may go on at S-360 when nobody hears of its end. */
const longestWorkMs = 1_000;

type OpenWrite = { -readonly [Key in keyof TappedWrite]: TappedWrite[Key] };

/** Hears what relays ask of S-360, and keeps the writes to orders. */
export class Tap {
  readonly writes: OpenWrite[] = [];
  /** What was written to an order, or to open one, since a relay last read it, by its body. */
  readonly #unread = new Map<string, Map<string, OpenWrite>>();

  /** A call that reaches S-360 now. Gives back its write, for who hears of its end; undefined for what is none. */
  hear(relay: string, envelope: string, now: number): OpenWrite | undefined {
    const body = envelope.slice(envelope.search(/<\w+:Body/));
    const orderId = order.exec(body)?.[1] ?? '';
    if (reads.test(body)) this.#unread.delete(orderId);
    const operation = writes.exec(body)?.[1];
    if (!operation) return undefined;
    const sent = this.#unread.get(orderId) ?? new Map<string, OpenWrite>();
    const write = {
      ...{ orderId, relay, operation, repeats: poll.test(body) ? undefined : sent.get(body) },
      ...{ beganAt: now, endedAt: now + longestWorkMs },
    };
    this.#unread.set(orderId, sent.set(body, write));
    this.writes.push(write);
    return write;
  }
}
