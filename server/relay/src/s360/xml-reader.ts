import { SaxesParser } from 'saxes';
import type { AnswerBuilder } from './answer-builder.js';
import { AllowedXml } from './characters.js';

/** A SOAP fault: the two fields that S-360 may be expected to fill. */
export interface Fault {
  code: string;
  text: string;
}

/**
 * Reads a SOAP 1.1 envelope piece by piece into a builder. The result is the one child of the response wrapper;
 * prefixes and the wrapper's name do not matter. Throws on text that is not well-formed XML, but for characters
 * that XML forbids: those are dropped.
 */
export class XmlReader {
  /** Set when the body holds a fault. */
  fault: Fault | undefined;
  readonly #parser = new SaxesParser();
  readonly #allowed = new AllowedXml();
  readonly #path: string[] = [];
  #hasResult = false;

  constructor(readonly builder: AnswerBuilder) {
    this.#parser.on('opentag', (tag) => {
      const name = localName(tag.name);
      if (name === 'Include') this.#include(tag.attributes.href ?? '');
      this.#open(name, isNil(tag.attributes));
    });
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('closetag', () => this.#close());
  }

  write(text: string): void {
    this.#parser.write(this.#allowed.take(text));
  }

  /** True if the answer held a result (not a fault, not an empty body). */
  end(): boolean {
    this.#parser.write(this.#allowed.end());
    this.#parser.close();
    return this.#hasResult;
  }

  // Depth: 1 Envelope, 2 Body, 3 wrapper, 4 result, 5 the result's fields.
  #open(name: string, nil: boolean): void {
    this.#path.push(name);
    if (this.#path[1] !== 'Body') return;
    const depth = this.#path.length;
    if (depth === 3 && name === 'Fault') this.fault = { code: '', text: '' };
    if (this.fault) return;
    if (depth === 4) this.#hasResult = !nil;
    if (depth > 4) this.builder.open(name, nil);
  }

  /** XOP 1.0: the value of the element around it stands in an attachment, named by a `cid:` address (RFC 2392). */
  #include(href: string): void {
    const isInField = this.#path[1] === 'Body' && this.#path.length > 4 && !this.fault;
    if (isInField && href.startsWith('cid:')) this.builder.include(decodeURIComponent(href.slice(4)));
  }

  #text(text: string): void {
    const depth = this.#path.length;
    if (this.#path[1] !== 'Body') return;
    if (!this.fault) {
      if (depth > 4) this.builder.text(text);
    } else if (depth === 4 && this.#path[3] === 'faultcode') this.fault.code += text;
    else if (depth === 4 && this.#path[3] === 'faultstring') this.fault.text += text;
  }

  #close(): void {
    if (this.#path[1] === 'Body' && !this.fault && this.#path.length > 4) this.builder.close();
    this.#path.pop();
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function isNil(attributes: Record<string, string>): boolean {
  for (const [name, value] of Object.entries(attributes)) {
    if (localName(name) === 'nil') return value === 'true' || value === '1';
  }
  return false;
}
