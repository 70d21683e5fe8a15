import type { Currency } from '@s360-widgets/contract';
import { dateFormat, dayOf, daysBetween } from './days.js';

/**
 * Dates, money and counts in the visitor's language, all through Intl. Instants are ISO 8601 texts; `zone` is the IANA zone of
 * the venue, in which every date and time is shown.
 */
export interface Format {
  /** Exact: `€14.00`, with the digits that S-360 counts the currency in, whatever the browser believes of them. */
  money(amountMinor: number, currency: Currency): string;
  /** For lists: `€14`, with cents only if there are some. */
  price(amountMinor: number, currency: Currency): string;
  count(n: number): string;
  /** One piece of a date, such as `{ weekday: 'short' }` → `Sat`. */
  part(at: string, zone: string, options: Intl.DateTimeFormatOptions): string;
  /** `19:30` */
  time(at: string, zone: string): string;
  /** `Sat 5 Dec`; with the year when the date is most of a year away, before or after. */
  date(at: string, zone: string): string;
  /** `Sat 5 Dec, 19:30` */
  dateTime(at: string, zone: string): string;
  /** `Sat 28 Nov – Sun 17 Jan 2027`, with the year where the range leaves the first one's; the month once when both have it, one date when both are the same day. */
  dateRange(from: string, to: string, zone: string): string;
  /** `H, J and K` */
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
}

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const dayInYear = { ...day, year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
/** From here on a date without its year could be misread. */
const farDays = 300;

/**
 * @param locale a BCP 47 tag; bare `en` is read as British, whose order of day and month all readers of English understand
 * @param now milliseconds since the epoch
 */
export function createFormat(locale: string, now: () => number = Date.now): Format {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const part: Format['part'] = (at, zone, options) =>
    // Some versions of the data put a comma after the weekday, some don't.
    dateFormat(tag, zone, options)
      .format(new Date(at))
      .replace(/^([^\s,]+), (?=\d)/, '$1 ');
  const date: Format['date'] = (at, zone) => {
    const away = daysBetween(dayOf(now(), zone), dayOf(at, zone));
    return part(at, zone, Math.abs(away) > farDays ? dayInYear : day);
  };
  const time: Format['time'] = (at, zone) => part(at, zone, clock);
  return {
    money: (amountMinor, currency) => moneyIn(tag, amountMinor, currency, 'auto'),
    price: (amountMinor, currency) => moneyIn(tag, amountMinor, currency, 'stripIfInteger'),
    count: (n) => n.toLocaleString(tag),
    part,
    time,
    date,
    dateTime: (at, zone) => `${date(at, zone)}, ${time(at, zone)}`,
    dateRange(from, to, zone) {
      const [firstDay, lastDay] = [dayOf(from, zone), dayOf(to, zone)];
      const isWithin = (digits: number) => firstDay.slice(0, digits) === lastDay.slice(0, digits);
      const first = date(from, zone);
      if (isWithin(10)) return first;
      const last = isWithin(4) ? date(to, zone) : part(to, zone, dayInYear);
      const month = isWithin(7) ? part(from, zone, { month: 'short' }) : '';
      return `${first.endsWith(month) ? first.slice(0, first.length - month.length).trim() : first} – ${last}`;
    },
    list: (items, type = 'conjunction') => new Intl.ListFormat(tag, { type }).format(items),
  };
}

/** The digits are given to Intl, and never taken from it: its own list of them differs from browser to browser. */
function moneyIn(
  tag: string,
  amountMinor: number,
  { code, digits }: Currency,
  trailingZeroDisplay: 'auto' | 'stripIfInteger',
): string {
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay,
  });
  return format.format(amountMinor / 10 ** digits);
}
