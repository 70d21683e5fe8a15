import { getManyValues, isMany } from 'stream-chain/defs.js';
import { jsonParser, type Token } from 'stream-json/core/parser.js';
import type { AnswerBuilder } from './answer-builder.js';
import { AllowedJson, allowedText } from './characters.js';

/**
 * Reads a JSON answer piece by piece into a builder. Numbers keep their text, so that a 64-bit id stays exact.
 * An entry of an array counts as one more occurrence of the array's field, as in XML. Throws a SyntaxError on bad JSON, but for raw
 * control characters in texts.
 */
export class JsonReader {
  readonly #parse = jsonParser({ streamValues: false });
  readonly #allowed = new AllowedJson();
  /** The field that values belong to, in each object and array that is open. */
  readonly #fields: string[] = [];
  #hasResult = false;

  constructor(readonly builder: AnswerBuilder) {}

  write(text: string): void {
    for (const token of this.#tokensOf(this.#allowed.take(text))) this.#take(token);
  }

  /** True if the answer was one whole JSON object. */
  end(): boolean {
    if (this.#fields.length > 0) throw new SyntaxError('the JSON ends too early');
    return this.#hasResult;
  }

  /** What is whole in the text so far; the parser keeps the rest. */
  #tokensOf(text: string): Token[] {
    try {
      const tokens = this.#parse(text);
      return isMany(tokens) ? getManyValues(tokens) : [];
    } catch (cause) {
      throw new SyntaxError('an answer is no JSON', { cause });
    }
  }

  #take(token: Token): void {
    const field = this.#fields.at(-1);
    if (token.name === 'startObject') this.#beginObject(field);
    else if (token.name === 'endObject') this.#finishObject();
    else if (token.name === 'endArray') this.#fields.pop();
    else if (field === undefined) throw new SyntaxError('the JSON is no object');
    else if (token.name === 'startArray') this.#fields.push(field);
    else if (token.name === 'keyValue') this.#fields[this.#fields.length - 1] = allowedText(token.value);
    else if ('value' in token) this.#scalar(field, token.value);
  }

  /** The outermost object is the result itself, and no field of it. */
  #beginObject(field: string | undefined): void {
    if (field === undefined) this.#hasResult = true;
    else this.builder.open(field);
    this.#fields.push('');
  }

  #finishObject(): void {
    this.#fields.pop();
    if (this.#fields.length > 0) this.builder.close();
  }

  #scalar(field: string, value: string | boolean | null): void {
    this.builder.open(field, value === null);
    this.builder.text(typeof value === 'string' ? apart(value) : String(value));
    this.builder.close();
  }
}

/** A text of its own: a piece of the answer would keep the answer around it in memory for as long as an id is known. */
const apart = (text: string): string => JSON.parse(JSON.stringify(text)) as string;
