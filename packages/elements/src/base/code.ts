import { sayFound, sayMissing } from './missing.js';

/** Code that is fetched once for all elements that need it. When it can't be had, they say so and offer to try again. */
export class Code {
  readonly #needers = new Set<Element>();
  #coming: Promise<boolean> | undefined;

  constructor(readonly fetch: () => Promise<unknown>) {}

  /**
   * Fetches the code. After a failure all who need it say so, and the next one tries again.
   * @param element a tag, or a form that will hold one; without, the code is needed by none that is seen
   * @returns whether it is there
   */
  need(element?: Element): Promise<boolean> {
    if (element) this.#needers.add(element);
    return this.#load();
  }

  readonly #load = (): Promise<boolean> => {
    this.#coming ??= this.fetch().then(
      () => this.#found(),
      (error: unknown) => this.#lost(error),
    );
    return this.#coming;
  };

  #found(): boolean {
    for (const element of this.#needers) sayFound(element, this.#load);
    this.#needers.clear();
    return true;
  }

  #lost(error: unknown): boolean {
    this.#coming = undefined;
    console.warn(error);
    for (const element of this.#needers) sayMissing(element, this.#load);
    return false;
  }
}
