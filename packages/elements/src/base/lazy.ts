import type { CSSResult, ReactiveElement } from 'lit';

/** A module of templates that brings its own styles. */
interface Part {
  readonly styles?: CSSResult;
}

/** A part of an element whose code comes when it is first needed; the element renders again when it is there. */
export class Lazy<T extends object> {
  /** The part, if it is there. */
  current: T | undefined;
  #coming: Promise<void> | undefined;

  constructor(
    readonly host: ReactiveElement,
    readonly fetch: () => Promise<T>,
  ) {}

  /** The part, which is fetched if it is not there. */
  get(): T | undefined {
    void this.need();
    return this.current;
  }

  /** Fetches it; after a failure the next call tries again. */
  need(): Promise<void> {
    this.#coming ??= this.fetch().then(
      (part) => {
        this.current = part;
        const sheet = (part as Part).styles?.styleSheet;
        if (sheet) (this.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
        this.host.requestUpdate();
      },
      (error: unknown) => {
        this.#coming = undefined;
        console.warn(error);
      },
    );
    return this.#coming;
  }
}
