import { leafValue, type Field, type ObjectShape, type Wire, type WireObject } from './shape.js';

/**
 * Takes one item of a long list as soon as it is complete. `at` holds the position in each list on the way to it:
 * for `catalogData.seasons.products`, `[2, 5]` is the sixth product of the third season. The fields of the things
 * around it may still be to come, since S-360 promises no order; look them up by position when the answer is whole.
 */
export type ItemHandler = (item: WireObject, at: readonly number[]) => void;

/** Handlers by the path of the list in the result, joined by dots. Lists handed on so stay empty in the result. */
export type ItemHandlers = Readonly<Record<string, ItemHandler>>;

interface Frame {
  readonly path: string;
  readonly field: Field | undefined;
  readonly at: readonly number[];
  readonly value: WireObject;
  text: string;
  isNil: boolean;
  /** Items seen so far, by list. */
  readonly counts: Map<string, number>;
}

/** Builds a result from the events of a reader (XML or JSON), keeping no item that a handler takes. */
export class AnswerBuilder {
  readonly result: WireObject = {};
  readonly #frames: Frame[];
  /** Depth inside an element that the shape does not know; its content is passed over. */
  #unknown = 0;

  constructor(
    shape: ObjectShape,
    readonly handlers: ItemHandlers = {},
  ) {
    this.#frames = [frame('', { shape, isList: false }, [], this.result)];
  }

  /** A field, or one entry of a list field, begins. */
  open(name: string, isNil = false): void {
    const parent = this.#top;
    const field = parent.field?.shape.kind === 'object' ? parent.field.shape.fields.get(name) : undefined;
    if (this.#unknown > 0 || !field) {
      this.#unknown++;
      return;
    }
    const path = parent.path === '' ? name : `${parent.path}.${name}`;
    let at = parent.at;
    if (field.isList) {
      const index = parent.counts.get(name) ?? 0;
      parent.counts.set(name, index + 1);
      at = [...at, index];
    }
    const next = frame(path, field, at, {});
    next.isNil = isNil;
    this.#frames.push(next);
  }

  text(text: string): void {
    if (this.#unknown === 0) this.#top.text += text;
  }

  /** What was opened last is complete. */
  close(): void {
    if (this.#unknown > 0) {
      this.#unknown--;
      return;
    }
    const done = this.#frames.pop();
    if (!done?.field || done.isNil) return;
    const { shape, isList } = done.field;
    const value = shape.kind === 'object' ? done.value : leafValue(shape, done.text);
    const name = done.path.slice(done.path.lastIndexOf('.') + 1);
    if (value !== undefined) this.#keep(done, name, value, isList);
  }

  #keep(done: Frame, name: string, value: Wire, isList: boolean): void {
    const handler = this.handlers[done.path];
    const parent = this.#top.value;
    if (handler && typeof value === 'object' && !Array.isArray(value)) handler(value, done.at);
    else if (isList) (parent[name] as Wire[]).push(value);
    else parent[name] = value;
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1] as Frame;
  }
}

/** A new frame; the lists of its shape are there from the start, so that an empty list is an empty array. */
function frame(path: string, field: Field, at: readonly number[], value: WireObject): Frame {
  if (field.shape.kind === 'object') {
    for (const [name, { isList }] of field.shape.fields) if (isList) value[name] = [];
  }
  return { path, field, at, value, text: '', isNil: false, counts: new Map() };
}
