import type { CSSResult, ReactiveElement } from 'lit';
import { sayFound, sayMissing } from './missing.js';

/** A module of templates that brings its own styles. */
interface Part {
  readonly styles?: CSSResult;
}

/**
 * A part of an element whose code comes when it is first needed; the element renders again when it is there. When it can't be
 * had, the element says so and offers to try again.
 */
export class Lazy<T extends object> {
  /** The part, if it is there. */
  current: T | undefined;
  /** It was needed and could not be had. */
  isMissing = false;
  /** Resolves when the part is there, be it after another try; never rejects. */
  readonly whenHere: Promise<void>;
  #isHere = (): void => {};
  #coming: Promise<void> | undefined;
  #isNeeded = false;

  constructor(
    readonly host: ReactiveElement,
    readonly fetch: () => Promise<T>,
  ) {
    this.whenHere = new Promise((resolve) => {
      this.#isHere = resolve;
    });
  }

  /** The part, for a template: fetched if nobody has tried yet. */
  get(): T | undefined {
    if (!this.isMissing) void this.need();
    return this.current;
  }

  /** Fetches it before anybody needs it; that it can't be had is then no news. */
  prepare(): void {
    if (!this.isMissing) void this.#fetch();
  }

  /**
   * Fetches it for something that a person did; after a failure the next call tries again.
   * @returns resolves when the part is there, so that what was asked for is done then
   */
  readonly need = (): Promise<void> => {
    this.#isNeeded = true;
    void this.#fetch();
    return this.whenHere;
  };

  #fetch(): Promise<void> {
    this.#coming ??= this.fetch().then(
      (part) => this.#take(part),
      (error: unknown) => this.#fail(error),
    );
    return this.#coming;
  }

  #take(part: T): void {
    this.current = part;
    this.isMissing = false;
    const sheet = (part as Part).styles?.styleSheet;
    if (sheet) (this.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
    sayFound(this.host, this.need);
    this.#isHere();
    this.host.requestUpdate();
  }

  #fail(error: unknown): void {
    this.#coming = undefined;
    console.warn(error);
    if (!this.#isNeeded) return;
    this.isMissing = true;
    sayMissing(this.host, this.need);
    this.host.requestUpdate();
  }
}
