import { expect } from '@open-wc/testing';
import { addDays } from './calendar.js';
import { dayOf, daysBetween } from './days.js';
import { createFormat } from './format.js';
import { relativeDay } from './relative-day.js';

const zone = 'Europe/Zurich';
const euro = { code: 'EUR', digits: 2 };
const now = () => Date.parse('2026-11-27T10:00:00+01:00');
const en = createFormat('en', now);
const fr = createFormat('fr', now);
/** Intl writes narrow and fixed spaces; people see a space. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formats', () => {
  it('write money with the digits that S-360 counts its currency in, whatever the browser believes of them', () => {
    const cases: [code: string, digits: number, exact: string, short: string][] = [
      ['EUR', 2, '€14.00', '€14'],
      ['JPY', 0, 'JP¥1,400', 'JP¥1,400'],
      ['KWD', 3, 'KWD 1.400', 'KWD 1.400'],
      ['RSD', 2, 'RSD 14.00', 'RSD 14'],
      ['HUF', 2, 'HUF 14.00', 'HUF 14'],
      ['HUF', 0, 'HUF 1,400', 'HUF 1,400'],
      ['JPY', 2, 'JP¥14.00', 'JP¥14'],
      ['EUR', 3, '€1.400', '€1.400'],
      ['CHF', 0, 'CHF 1,400', 'CHF 1,400'],
    ];
    for (const [code, digits, exact, short] of cases) {
      expect(plain(en.money(1400, { code, digits })), `${code} ${digits}`).to.equal(exact);
      expect(plain(en.price(1400, { code, digits })), `${code} ${digits}`).to.equal(short);
    }
    expect(plain(fr.money(1400, euro))).to.equal('14,00 €');
    expect(plain(en.money(-165_005, { code: 'KWD', digits: 3 }))).to.equal('-KWD 165.005');
  });

  it('leave out cents of whole prices in lists', () => {
    expect(en.price(1400, euro)).to.equal('€14');
    expect(en.price(1450, euro)).to.equal('€14.50');
  });

  it('write dates and times of the venue, wherever the visitor is', () => {
    const at = '2026-12-05T18:30:00Z';
    expect(en.dateTime(at, zone)).to.equal('Sat 5 Dec, 19:30');
    expect(en.time(at, 'America/New_York')).to.equal('13:30');
    expect(fr.dateTime(at, zone)).to.equal('sam. 5 déc., 19:30');
    expect(createFormat('en-US', now).time('2026-12-05T23:30:00Z', zone)).to.equal('00:30');
  });

  it('survive a zone that the browser does not know: the day and hour are those of the visitor', () => {
    const at = '2026-12-05T18:30:00Z';
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    for (const strange of ['GMT+01:00 (Bern)', 'Mars/Olympus', '']) {
      expect(en.dateTime(at, strange)).to.equal(en.dateTime(at, own));
      expect(en.dateRange(at, at, strange)).to.equal(en.date(at, own));
      expect(dayOf(at, strange)).to.equal(dayOf(at, own));
      expect(relativeDay('en', at, strange, now())).to.equal(relativeDay('en', at, own, now()));
    }
  });

  it('name the year only where a date could be misread', () => {
    expect(en.date('2027-01-17T19:00:00+01:00', zone)).to.equal('Sun 17 Jan');
    expect(en.date('2027-11-27T19:00:00+01:00', zone)).to.equal('Sat 27 Nov 2027');
  });

  it('write the month of a range once if both ends have it', () => {
    const range = (from: string, to: string) =>
      en.dateRange(`${from}T19:00:00+01:00`, `${to}T19:00:00+01:00`, zone);
    expect(range('2026-12-10', '2026-12-20')).to.equal('Thu 10 – Sun 20 Dec');
    expect(range('2026-11-28', '2027-01-17')).to.equal('Sat 28 Nov – Sun 17 Jan 2027');
    expect(range('2026-12-10', '2026-12-10')).to.equal('Thu 10 Dec');
  });

  it('count days by the calendar', () => {
    expect(relativeDay('en', '2026-11-28T00:30:00+01:00', zone, now())).to.equal('tomorrow');
    expect(relativeDay('en', '2026-12-15T19:00:00+01:00', zone, now())).to.equal('in 18 days');
    expect(dayOf('2026-11-27T23:30:00Z', zone)).to.equal('2026-11-28');
    expect(addDays('2026-02-28', 1)).to.equal('2026-03-01');
    expect(daysBetween('2026-10-24', '2026-10-26')).to.equal(2);
  });
});
