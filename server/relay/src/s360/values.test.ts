import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textIn, toId, toInstant, toMinor, toThousandths } from './values.js';

test('thousandths and minor units are turned into each other exactly, for any number of digits', () => {
  const cases = [
    { thousandths: 4000, digits: 2, minor: 400 },
    { thousandths: '830070', digits: 2, minor: 83_007 },
    { thousandths: 690_000, digits: 0, minor: 690 },
    { thousandths: 1234, digits: 3, minor: 1234 },
    { thousandths: -4000, digits: 2, minor: -400 },
    { thousandths: 0, digits: 2, minor: 0 },
  ];
  for (const { thousandths, digits, minor } of cases) {
    assert.equal(toMinor(thousandths, digits), minor);
    assert.equal(toThousandths(minor, digits), Number(thousandths));
  }
});

test('an amount finer than the minor unit, and what is no integer, is refused and not rounded', () => {
  for (const bad of [4005, '4005', 4000.5, '40.00', '', 'x', Number.NaN, '9007199254740993000']) {
    assert.throws(() => toMinor(bad, 2), RangeError);
  }
  assert.throws(() => toMinor(500, 0), RangeError);
});

test('an id keeps all digits of 64 bits; a number that can not hold them is refused', () => {
  assert.equal(toId('9223372036854775807'), '9223372036854775807');
  assert.equal(toId(10_229_226_700_891), '10229226700891');
  for (const bad of [2 ** 53, -1, 1.5, '', '-1', '1e3', null, undefined, '12345678901234567890']) {
    assert.throws(() => toId(bad), RangeError);
  }
});

test('instants come out in UTC whatever offset they had; without an offset they are refused', () => {
  assert.equal(toInstant('2026-12-05T20:00:00.000+01:00'), '2026-12-05T19:00:00Z');
  assert.equal(toInstant('2026-12-05T19:00:00.123Z'), '2026-12-05T19:00:00Z');
  for (const bad of ['2026-12-05T20:00:00', '2026-12-05', 'yesterday', '2026-13-05T20:00:00Z']) {
    assert.throws(() => toInstant(bad), RangeError);
  }
});

test('a text is given in the language, else the main one, else any, and never as undefined', () => {
  const name = {
    translations: [
      { locale: 'fr_CH', value: ' Opéra ' },
      { locale: 'de', value: '' },
      { locale: 'it', value: 'Opera' },
    ],
  };
  assert.equal(textIn(name, 'fr', 'it'), 'Opéra');
  assert.equal(textIn(name, 'de', 'it'), 'Opera');
  assert.equal(textIn(name, 'en', 'de'), 'Opéra');
  assert.equal(textIn(undefined, 'en', 'de'), '');
  assert.equal(textIn({ translations: [] }, 'en', 'de'), '');
});
