import { allowedText } from './characters.js';
import { isMap, leafValue, type Field, type ObjectShape, type Wire, type WireObject } from './shape.js';

/** Takes one item of a long list as it came, as soon as it is complete, with its place in each list on the way to it. */
export type ItemHandler = (item: WireObject, at: readonly number[]) => void;

/** Handlers by the path of the list in the result, joined by dots. Lists handed on so stay empty in the result. */
export type ItemHandlers = Readonly<Record<string, ItemHandler>>;

/** What code of ours threw that was handed an item of an answer, on its way out through the readers; it is the `cause`. */
export class ItemFailure extends Error {
  constructor(cause: unknown) {
    super('an item of an answer was not taken', { cause });
    this.name = 'ItemFailure';
  }
}

/** Something that was opened and is not complete. */
interface Frame {
  /** As the relay calls it. */
  readonly name: string;
  readonly field: Field;
  /** Of the relay's names. */
  readonly path: string;
  readonly at: readonly number[];
  /** Of an object; a leaf has text instead. */
  readonly value: WireObject;
  text: string;
  readonly isNil: boolean;
  /** Items seen so far, by list. */
  counts: Map<string, number> | undefined;
  /** The value of a map's entry as JSON has it: the entry around it ends with it. */
  endsEntry: boolean;
  /** Content-ID of the attachment that holds its value. */
  contentId: string | undefined;
}

const noObject: WireObject = Object.freeze({});

/** Builds a result from the events of a reader (XML or JSON), keeping no item that a handler takes. */
export class AnswerBuilder {
  readonly result: WireObject;
  readonly #frames: Frame[];
  #top: Frame;
  /** Depth inside an element that the shape does not know; its content is passed over. */
  #unknown = 0;
  /** Values that stand in attachments, which may arrive behind everything else. */
  readonly #toFillIn: { readonly contentId: string; put(value: string): void }[] = [];

  constructor(
    shape: ObjectShape,
    readonly handlers: ItemHandlers = {},
  ) {
    this.#top = frame('', { name: '', shape, isList: false, isFolded: false }, '', [], false);
    this.#frames = [this.#top];
    this.result = this.#top.value;
  }

  /** A field, or one entry of a list field, begins. */
  open(name: string, isNil = false): void {
    const parent = this.#top;
    const { shape } = parent.field;
    if (this.#unknown === 0 && isMap(shape) && name !== 'entry') this.#openEntry(name, isNil);
    else {
      const field = shape.kind === 'object' ? shape.fields.get(name) : undefined;
      if (this.#unknown > 0 || !field) this.#unknown++;
      else if (field.isFolded) this.#push(fold(parent, field));
      else if (field.name === undefined) this.#unknown++;
      else this.#push(frame(field.name, field, ...this.#placeOf(field.name, field), isNil));
    }
  }

  text(text: string): void {
    if (this.#unknown === 0) this.#top.text += text;
  }

  /** The value of what was opened last is in an attachment. Throws where items are handed on before those are there. */
  include(contentId: string): void {
    if (this.#unknown > 0) return;
    if (Object.keys(this.handlers).length > 0)
      throw new RangeError('an attachment in a list that is handed on');
    this.#top.contentId = contentId;
  }

  /** Puts the values of attachments in place, in base64. Throws where an attachment is missing. */
  fillIn(attachment: (contentId: string) => string | undefined): void {
    for (const { contentId, put } of this.#toFillIn) {
      const value = attachment(contentId);
      if (value === undefined) throw new RangeError('an attachment of the answer is missing');
      put(value);
    }
  }

  /** What was opened last is complete. */
  close(): void {
    if (this.#unknown > 0) {
      this.#unknown--;
      return;
    }
    const done = this.#top;
    this.#frames.pop();
    this.#top = this.#frames[this.#frames.length - 1] as Frame;
    const value = valueOf(done);
    if (!done.isNil && !done.field.isFolded && value !== undefined) this.#keep(done, value);
    if (done.endsEntry) this.close();
  }

  /** XML has a map as entries of key and value, JSON as an object: both become entries. */
  #openEntry(key: string, isNil: boolean): void {
    this.open('entry');
    this.open('key');
    this.text(key);
    this.close();
    this.open('value', isNil);
    this.#top.endsEntry = true;
  }

  #push(next: Frame): void {
    this.#frames.push(next);
    this.#top = next;
  }

  /** Path and position of what begins; only objects can be asked for by path, or hold what can. */
  #placeOf(name: string, { shape, isList }: Field): [path: string, at: readonly number[]] {
    if (shape.kind !== 'object') return ['', []];
    const parent = this.#top;
    const path = parent.path === '' ? name : `${parent.path}.${name}`;
    if (!isList) return [path, parent.at];
    parent.counts ??= new Map();
    const index = parent.counts.get(name) ?? 0;
    parent.counts.set(name, index + 1);
    return [path, [...parent.at, index]];
  }

  #keep(done: Frame, value: Wire): void {
    const handler = done.path === '' ? undefined : this.handlers[done.path];
    const parent = this.#top.value;
    const { name, field } = done;
    if (handler) take(handler, done);
    else if (field.isList) (parent[name] as Wire[]).push(value);
    else parent[name] = value;
    if (done.contentId === undefined) return;
    const holder = field.isList ? (parent[name] as Wire[]) : parent;
    const key = Array.isArray(holder) ? holder.length - 1 : name;
    this.#toFillIn.push({
      contentId: done.contentId,
      put: (text) => void Object.assign(holder, { [key]: text }),
    });
  }
}

/** What the handler throws is marked as its own, apart from what is wrong with the answer. */
function take(handler: ItemHandler, { value, at }: Frame): void {
  try {
    handler(value, at);
  } catch (cause) {
    throw new ItemFailure(cause);
  }
}

/** Undefined for a text that is no value of its type; empty for one that is still to be filled in. */
function valueOf({ field: { shape }, value, text, contentId }: Frame): Wire | undefined {
  if (shape.kind === 'object') return value;
  return contentId === undefined ? leafValue(shape, allowedText(text)) : '';
}

/** A new frame; the lists of its shape are there from the start, so that an empty list is an empty array. */
function frame(name: string, field: Field, path: string, at: readonly number[], isNil: boolean): Frame {
  let value = noObject;
  if (field.shape.kind === 'object') {
    value = {};
    for (const list of field.shape.lists) value[list] = [];
  }
  return {
    name,
    field,
    path,
    at,
    value,
    text: '',
    isNil,
    counts: undefined,
    endsEntry: false,
    contentId: undefined,
  };
}

/** What is folded fills the object around it. */
const fold = ({ path, at, value }: Frame, field: Field): Frame => ({
  ...frame('', field, path, at, false),
  value,
});
