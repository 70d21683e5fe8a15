import type { CSSResult, ReactiveElement } from 'lit';
import { Code } from './code.js';

/** A module of templates that brings its own styles. */
interface Part {
  readonly styles?: CSSResult;
}

/** A part of an element whose code comes when it is first needed; the element renders again when it is there. */
export class Lazy<T extends object> {
  /** The part, if it is there. */
  current: T | undefined;
  /** It was needed and could not be had. */
  isMissing = false;
  #isHere: () => void = () => {};
  /** Resolves when the part is there, be it after another try; never rejects. */
  readonly whenHere = new Promise<void>((resolve) => {
    this.#isHere = resolve;
  });
  readonly #code = new Code(async () => this.#take(await this.fetch()));

  constructor(
    readonly host: ReactiveElement,
    readonly fetch: () => Promise<T>,
  ) {}

  /** The part, for a template: fetched if nobody has tried yet. */
  get(): T | undefined {
    if (!this.isMissing) void this.need();
    return this.current;
  }

  /** Fetches it before anybody needs it; that it can't be had is then no news. */
  prepare(): void {
    if (!this.isMissing) void this.#code.need();
  }

  /**
   * Fetches it for something that a person did; after a failure the next call tries again.
   * @returns resolves when the part is there, so that what was asked for is done then
   */
  async need(): Promise<void> {
    if (await this.#code.need(this.host)) return;
    this.isMissing = true;
    this.host.requestUpdate();
    await this.whenHere;
  }

  #take(part: T): void {
    this.current = part;
    this.isMissing = false;
    const sheet = (part as Part).styles?.styleSheet;
    if (sheet) (this.host.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
    this.#isHere();
    this.host.requestUpdate();
  }
}
