import { expect } from '@open-wc/testing';
import { type CalendarEntry, calendarFile } from './calendar-file.js';

const entry: CalendarEntry = {
  uid: '4711-101-5006@s360-widgets',
  title: 'The Magic Flute',
  startAt: '2026-12-12T19:00:00+01:00',
  endAt: '2026-12-12T22:10:00+01:00',
  place: 'Opera House, Theatre Square 1',
  notes: 'Stalls right, row H, seats 18 and 19\nOrder 4711',
};
const now = Date.parse('2026-11-27T10:00:00+01:00');
const textOf = (change: Partial<CalendarEntry> = {}) => calendarFile([{ ...entry, ...change }], now).text();
/** As a calendar reads it: folded lines joined again. */
const linesOf = async (change: Partial<CalendarEntry> = {}) =>
  (await textOf(change)).replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('has one event with times in UTC', async () => {
    expect(await linesOf()).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//s360-widgets//tickets//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:4711-101-5006@s360-widgets',
      'DTSTAMP:20261127T090000Z',
      'DTSTART:20261212T180000Z',
      'DTEND:20261212T211000Z',
      'SUMMARY:The Magic Flute',
      'LOCATION:Opera House\\, Theatre Square 1',
      'DESCRIPTION:Stalls right\\, row H\\, seats 18 and 19\\nOrder 4711',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says no end where none is known', async () => {
    expect((await linesOf({ endAt: null })).some((each) => each.startsWith('DTEND'))).to.equal(false);
  });

  it('escapes what has a meaning of its own', async () => {
    expect(await linesOf({ title: 'A; B, C\\D\r\nE' })).to.include('SUMMARY:A\\; B\\, C\\\\D\\nE');
  });

  it('folds at 75 octets and breaks no character', async () => {
    const title = 'Götterdämmerung 🎭 '.repeat(12);
    const file = await textOf({ title });
    const octets = new TextEncoder();
    for (const each of file.split('\r\n')) expect(octets.encode(each).length).to.be.at.most(75);
    expect(file).to.not.contain('\ufffd');
    expect(await linesOf({ title })).to.include(`SUMMARY:${title}`);
  });

  it('is a calendar by its type', () => {
    expect(calendarFile([entry], now).type).to.equal('text/calendar;charset=utf-8');
  });
});
