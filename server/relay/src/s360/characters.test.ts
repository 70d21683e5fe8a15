import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerBuilder } from './answer-builder.js';
import { JsonReader } from './json-reader.js';
import { toShape, type ObjectShape } from './shape.js';
import { XmlReader } from './xml-reader.js';

const shape = toShape({ text: 'xs:string', after: 'xs:string' }) as ObjectShape;
const envelope = (text: string) =>
  `<S:Envelope xmlns:S="s"><S:Body><r><R><text a="&#x1;">${text}</text><after>there</after></R></r></S:Body></S:Envelope>`;

function readXml(text: string, pieces: readonly number[] = []) {
  const reader = new XmlReader(new AnswerBuilder(shape));
  let from = 0;
  for (const to of [...pieces, text.length]) {
    reader.write(text.slice(from, to));
    from = to;
  }
  assert.equal(reader.end(), true);
  return reader.builder.result;
}

function readJson(text: string) {
  const reader = new JsonReader(new AnswerBuilder(shape));
  reader.write(text);
  reader.end();
  return reader.builder.result;
}

const forbidden = [0x00, 0x01, 0x08, 0x0b, 0x0c, 0x0e, 0x1e, 0x1f, 0xfffe, 0xffff];

test('characters that XML forbids are dropped, raw and as references, and the rest of the answer is read', () => {
  const expected = { text: 'A linebreak', after: 'there' };
  for (const code of forbidden) {
    const hex = code.toString(16);
    for (const form of [
      String.fromCodePoint(code),
      `&#x${hex};`,
      `&#x00${hex.toUpperCase()};`,
      `&#${code};`,
    ]) {
      assert.deepEqual(readXml(envelope(`A line${form}break`)), expected, JSON.stringify(form));
    }
    assert.deepEqual(readXml(envelope(`<![CDATA[A line${String.fromCodePoint(code)}break]]>`)), expected);
  }
  for (const form of ['&#xD800;', '&#xDFFF;', '&#x110000;', '&#99999999999;']) {
    assert.deepEqual(readXml(envelope(`A line${form}break`)), expected, form);
  }
});

test('what XML allows stays, wherever the answer is cut', () => {
  const text = envelope('Tab&#9;line&#xA;🎭&#x1F3AD; é &amp;#x0B; &lt;b&gt;\u0085&#x0B;');
  const expected = { text: 'Tab\tline\n🎭🎭 é &#x0B; <b>\u0085', after: 'there' };
  for (let cut = 1; cut < text.length; cut++)
    assert.deepEqual(readXml(text, [cut]), expected, `cut at ${cut}`);
  assert.deepEqual(
    readXml(
      text,
      Array.from({ length: text.length - 1 }, (_, index) => index + 1),
    ),
    expected,
  );
});

test('text that is no XML is still refused', () => {
  for (const text of ['A & B', '&unknown;', '&#;', '&#x;', '&#xZZ;', '<b>', ']]>']) {
    assert.throws(() => readXml(envelope(text)), Error, text);
  }
  assert.throws(() => readXml(envelope('A').slice(0, -9)), Error);
  assert.throws(() => readXml(`${envelope('A')}&#x1`), Error);
});

test('over JSON the same characters are dropped, raw and escaped; raw tabs and line ends are meant', () => {
  for (const code of forbidden) {
    const raw = String.fromCodePoint(code);
    const escaped = `\\u${code.toString(16).padStart(4, '0')}`;
    for (const form of [raw, escaped]) {
      const result = readJson(`{"te${raw}xt":"A line${form}break","after":"there"}`);
      assert.deepEqual(result, { text: 'A linebreak', after: 'there' }, JSON.stringify(form));
    }
  }
  assert.equal(readJson('{"text":"a\tb\nc\\n\\u0022🎭\\ud800"}').text, 'a\tb\nc\n"🎭');
  assert.throws(() => readJson('{"text":"a\\x0bb"}'), SyntaxError);
});
