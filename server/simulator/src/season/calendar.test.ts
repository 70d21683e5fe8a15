import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCalendar } from './calendar.js';

describe('the calendar', () => {
  it('gives local evenings as instants, in winter and in summer', () => {
    const calendar = createCalendar(new Date('2026-11-24T10:00:00Z'));
    assert.equal(calendar.at(0, '19:30'), '2026-11-24T18:30:00.000Z');
    assert.equal(calendar.at(200, '19:30'), '2027-06-12T17:30:00.000Z');
  });

  it('counts days from the local day, not from the one in UTC', () => {
    const justAfterMidnight = createCalendar(new Date('2026-11-24T23:30:00Z'));
    assert.equal(justAfterMidnight.at(0, '00:00'), '2026-11-24T23:00:00.000Z');
    assert.equal(justAfterMidnight.weekday(0), 3);
  });

  it('keeps the evening at its hour on the days of a clock change', () => {
    const spring = createCalendar(new Date('2027-03-27T12:00:00Z'));
    assert.equal(spring.at(0, '20:00'), '2027-03-27T19:00:00.000Z');
    assert.equal(spring.at(1, '20:00'), '2027-03-28T18:00:00.000Z');
    assert.equal(spring.at(1, '01:30'), '2027-03-28T00:30:00.000Z');
    const autumn = createCalendar(new Date('2026-10-25T12:00:00Z'));
    assert.equal(autumn.at(0, '20:00'), '2026-10-25T19:00:00.000Z');
  });
});
