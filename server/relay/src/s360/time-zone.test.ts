import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toInstantIn, toTimeZone } from './time-zone.js';

test('a zone that is known stays, one that is not gives way to the configured one', () => {
  assert.equal(toTimeZone('Europe/Zurich', null), 'Europe/Zurich');
  assert.equal(toTimeZone('Europe/Zurich', 'Europe/Paris'), 'Europe/Zurich');
  for (const zone of ['GMT+01:00', '+01:00', 'Mars/Olympus', '', 'Europe/Zürich', '(GMT+01:00) Bern']) {
    assert.equal(toTimeZone(zone, 'Europe/Paris'), 'Europe/Paris', zone);
  }
});

test('without a configured one an offset is read as it stands, and else UTC counts', () => {
  const cases = {
    ...{ 'GMT+01:00': 'Etc/GMT-1', 'UTC-5': 'Etc/GMT+5', '+0200': 'Etc/GMT-2', 'GMT+0': 'Etc/GMT-0' },
    ...{ 'GMT+05:30': 'UTC', 'Mars/Olympus': 'UTC', '': 'UTC', 'GMT+99:00': 'UTC' },
  };
  for (const [zone, expected] of Object.entries(cases)) {
    const found = toTimeZone(zone, null);
    if (zone === 'GMT+0')
      assert.equal(new Intl.DateTimeFormat('en', { timeZone: found }).resolvedOptions().timeZone, 'UTC');
    else assert.equal(found, expected, zone);
  }
});

test('a date without offset is the wall clock of the zone, in summer, in winter and where the clocks change', () => {
  const cases = {
    '2026-12-05T20:00:00': '2026-12-05T19:00:00Z',
    '2026-07-05T20:00:00.000': '2026-07-05T18:00:00Z',
    '2026-10-25T12:00:00': '2026-10-25T11:00:00Z',
    '2026-10-25T00:30:00': '2026-10-24T22:30:00Z',
    '2026-03-29T03:30:00': '2026-03-29T01:30:00Z',
    '2026-12-05T20:00:00.123+01:00': '2026-12-05T19:00:00Z',
    '2026-12-05T19:00:00Z': '2026-12-05T19:00:00Z',
  };
  for (const [text, instant] of Object.entries(cases))
    assert.equal(toInstantIn('Europe/Zurich', text), instant, text);
  for (const bad of ['', 'soon', '2026-12-05', '2026-13-05T20:00:00'])
    assert.throws(() => toInstantIn('UTC', bad), RangeError);
});
