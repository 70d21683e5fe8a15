import type { AnswerBuilder } from './answer-builder.js';
import { allowedJson } from './characters.js';

/** Where the reader stands: inside an object or an array, and the field name that values there belong to. */
interface Level {
  readonly isArray: boolean;
  name: string | undefined;
}

const delimiter = /[\s,\]}:]/g;
const space = /\s/;

/**
 * Reads a JSON answer piece by piece into a builder. Numbers keep their text, so that a 64-bit id stays exact.
 * An entry of an array counts as one more occurrence of the array's field, as in XML. Throws a SyntaxError on bad JSON.
 */
export class JsonReader {
  readonly #levels: Level[] = [];
  #rest = '';
  #hasResult = false;

  constructor(readonly builder: AnswerBuilder) {}

  write(text: string): void {
    this.#rest = this.#read(this.#rest + text, false);
  }

  /** True if the answer was one whole JSON object. */
  end(): boolean {
    const rest = this.#read(`${this.#rest} `, true).trim();
    if (rest !== '' || this.#levels.length > 0) throw new SyntaxError('the JSON ends too early');
    return this.#hasResult;
  }

  /** Consumes whole tokens and returns what is left of an unfinished one. */
  #read(text: string, isLast: boolean): string {
    let from = 0;
    while (from < text.length) {
      const char = text.charAt(from);
      if (space.test(char) || char === ',' || char === ':') {
        from++;
        continue;
      }
      const to = tokenEnd(text, from, isLast);
      if (to < 0) break;
      this.#token(text.slice(from, to));
      from = to;
    }
    return text.slice(from);
  }

  /** A whole token: a bracket, or a scalar as it is written. */
  #token(token: string): void {
    if (token === '{' || token === '[') this.#begin(token === '[');
    else if (token === '}' || token === ']') this.#finish(token === ']');
    else this.#scalar(token);
  }

  /** An array is no event of its own: its entries are occurrences of the field that it stands in. */
  #begin(isArray: boolean): void {
    const parent = this.#levels.at(-1);
    if (!parent && isArray) throw new SyntaxError('the JSON is no object');
    if (!parent) this.#hasResult = true;
    else if (!isArray) this.builder.open(nameOf(parent));
    this.#levels.push({ isArray, name: isArray ? parent?.name : undefined });
    if (parent && isArray && !parent.isArray) parent.name = undefined;
  }

  #finish(isArray: boolean): void {
    const level = this.#levels.pop();
    if (level?.isArray !== isArray) throw new SyntaxError('brackets of the JSON do not match');
    if (!isArray && level.name !== undefined) throw new SyntaxError('a field of the JSON has no value');
    if (isArray || this.#levels.length === 0) return;
    this.builder.close();
    this.#valueDone();
  }

  /** In an object the first scalar is the field's name, the next one its value. */
  #scalar(token: string): void {
    const level = this.#levels.at(-1);
    if (!level) throw new SyntaxError('the JSON is no object');
    const isText = token.startsWith('"');
    if (!level.isArray && level.name === undefined) {
      if (!isText) throw new SyntaxError('a field name of the JSON is no text');
      level.name = textOf(token);
      return;
    }
    this.builder.open(nameOf(level), token === 'null');
    this.builder.text(isText ? textOf(token) : checked(token));
    this.builder.close();
    this.#valueDone();
  }

  #valueDone(): void {
    const level = this.#levels.at(-1);
    if (level && !level.isArray) level.name = undefined;
  }
}

/** The text of a string token; characters that no text means anything by may stand in it raw, though JSON forbids them. */
const textOf = (token: string): string => JSON.parse(allowedJson(token)) as string;

function nameOf(level: Level): string {
  if (level.name === undefined) throw new SyntaxError('a value of the JSON has no name');
  return level.name;
}

/**
 * Numbers, true, false and null as they stand; anything else is not JSON. A fresh text where that is the same one: a piece of
 * the answer would keep all of the answer around it in memory for as long as an id is known.
 */
function checked(token: string): string {
  const fresh = String(JSON.parse(token));
  return fresh === token ? fresh : token;
}

/** Index behind the token that starts at `from`; -1 while its end is not there yet. */
function tokenEnd(text: string, from: number, isLast: boolean): number {
  const char = text.charAt(from);
  if ('{}[]'.includes(char)) return from + 1;
  if (char !== '"') {
    delimiter.lastIndex = from;
    const found = delimiter.exec(text);
    if (found) return found.index;
    return isLast ? text.length : -1;
  }
  let quote = text.indexOf('"', from + 1);
  while (quote >= 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote < 0 ? -1 : quote + 1;
}

/** A quote behind an odd number of backslashes is part of the text. */
function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text.charAt(quote - 1 - slashes) === '\\') slashes++;
  return slashes % 2 === 1;
}
