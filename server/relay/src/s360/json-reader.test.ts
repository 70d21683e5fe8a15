import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AnswerBuilder } from './answer-builder.js';
import { allowedText } from './characters.js';
import { JsonReader } from './json-reader.js';
import { toShape, type ObjectShape } from './shape.js';

const part = { id: 'xs:long', 'texts[]': 'xs:string' };
const shape = toShape({ ...part, name: 'xs:string', 'parts[]': part }) as ObjectShape;

/** Reads an answer that arrives in pieces of so many characters. */
function read(text: string, step = text.length) {
  const reader = new JsonReader(new AnswerBuilder(shape));
  for (let from = 0; from < text.length; from += step) reader.write(text.slice(from, from + step));
  return { isObject: reader.end(), result: reader.builder.result };
}

/** Whether it is taken as an answer, however it is cut. */
function isTaken(text: string, step: number): boolean {
  try {
    return read(text, step).isObject;
  } catch (error) {
    assert.ok(error instanceof SyntaxError, String(error));
    return false;
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const texts = fc.array(fc.string({ unit: 'binary' }));
const partOfAnswer = fc.record({ id: fc.bigInt(), texts });
const answer = fc.record({
  ...{ id: fc.bigInt(), name: fc.string({ unit: 'binary' }), texts },
  ...{ parts: fc.array(partOfAnswer), unknown: fc.jsonValue() },
});
const step = fc.integer({ min: 1, max: 40 });
/** JSON with 64-bit ids as numbers, which `JSON.stringify` can't write. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? `long ${field}` : field)).replace(
    /"long (-?\d+)"/g,
    '$1',
  );

describe('an answer in JSON', () => {
  it('is read as it was written, wherever it is cut', () => {
    const wanted = ({ id, texts: given }: { id: bigint; texts: string[] }) => ({
      id: String(id),
      texts: given.map(allowedText),
    });
    fc.assert(
      fc.property(answer, step, (value, length) => {
        const { name, parts } = value;
        const expected = { ...wanted(value), name: allowedText(name), parts: parts.map(wanted) };
        assert.deepEqual(read(written(value), length).result, expected);
      }),
    );
  });

  it('is taken if and only if JSON.parse takes it, whatever was changed in it', () => {
    const place = fc.nat();
    const piece = fc.constantFrom(
      '',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      ' ',
      '0',
      '-',
      '.',
      'e',
      'null',
      'u0',
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        place,
        fc.nat({ max: 3 }),
        piece,
        step,
        (value, at, removed, put, length) => {
          const whole = JSON.stringify({ value });
          const from = at % whole.length;
          const changed = whole.slice(0, from) + put + whole.slice(from + removed);
          assert.equal(isTaken(changed, length), isObject(changed), changed);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  for (const text of [
    '{"a" "1"}',
    '{,,"a"::"1",}',
    '{"a":"1" "b":"2"}',
    '{"a":"1",}',
    '{"a":1}{"a":1}',
    '{"a":+1}',
  ])
    it(`is refused as ${text}`, () => {
      assert.equal(isTaken(text, text.length), false);
      assert.equal(isTaken(text, 1), false);
    });

  it('may hold what nobody asked for, as deep as it likes', () => {
    const depth = 100_000;
    for (const [open, close] of [
      ['[', ']'],
      ['{"deeper":', '}'],
    ] as const) {
      const text = `{"unknown":${open.repeat(depth)}1${close.repeat(depth)},"id":7}`;
      assert.equal(read(text, 4096).result.id, '7');
    }
  });

  it('keeps its line ends and tabs, and none of the other control characters, wherever it is cut', () => {
    const text = '{\n\t"na\u0000me"\r\n: "tab\there\\\\\nC:\\\\\tline\u0001\u001f\\"\r",\n"texts":["\n"] }\n';
    for (const length of [1, 2, 3, 5, 7, text.length]) {
      const { result } = read(text, length);
      assert.deepEqual(result, { name: 'tab\there\\\nC:\\\tline"\r', texts: ['\n'], parts: [] });
    }
  });
});
