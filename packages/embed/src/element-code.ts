import { sayFound, sayMissing } from '@s360-widgets/elements/missing';

/** The code of one tag: fetched once for all elements that need it. */
export class ElementCode {
  readonly #needers = new Set<Element>();
  #coming: Promise<boolean> | undefined;

  /** @param fetch defines the tag */
  constructor(
    readonly tag: string,
    readonly fetch: () => Promise<unknown>,
  ) {}

  /**
   * Has the tag defined. After a failure all who need it say so, and the next one tries again.
   * @param element a tag, or a form that will hold one; without, its code is needed by none that is seen
   * @returns whether the tag is defined
   */
  need(element?: Element): Promise<boolean> {
    if (customElements.get(this.tag)) return Promise.resolve(true);
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
    console.warn('A part of the ticket widgets could not be loaded.', error);
    for (const element of this.#needers) sayMissing(element, this.#load);
    return false;
  }
}
