import type { Calendar } from './calendar.js';
import { guidedTimes, toursAt, visitLanguages, visitThemes } from './guided-visits.js';
import { idOf } from './ids.js';
import type { PriceList } from './price-list.js';
import type { Work } from './programme/work.js';
import { between, deriveSeed, mulberry32 } from './random.js';
import type { ProductItem, Product, Timeslot } from './season.types.js';
import { tariffIds, tariffs } from './tariffs.js';
import { externalName, type Text, text } from './text.js';

/** What a visit of the museum costs, and when it can be made. */
interface Visit {
  /** Full price. */
  euros: number;
  /** Days on which it is offered, from today on, closing days not counted. */
  openDays: number;
  /** Local times of entry. */
  times: string[];
  /** From the time of entry to the end of the slot. */
  minutes: number;
  /** Visitors let in at one time; of guided visits, the guides say how many they take along. */
  quota: number;
  isGuided: boolean;
}

const hourly = ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'];

const usual: Visit = {
  euros: 15,
  openDays: 40,
  times: hourly.filter((_, n) => n % 2 === 0),
  minutes: 120,
  quota: 60,
  isGuided: false,
};

/** The visits that differ from the usual one. */
const visits: Record<string, Partial<Visit>> = {
  PAPERCIT: { euros: 12, openDays: 76, times: hourly, minutes: 60, quota: 40 },
  GUIDED: { euros: 18, openDays: 30, times: guidedTimes, minutes: 75, isGuided: true },
  KIDSLAB: { euros: 10, openDays: 24, times: ['10:30', '14:30'], minutes: 90, quota: 16 },
  DEPOT: { euros: 20, openDays: 20, times: ['16:00'], minutes: 60, quota: 12 },
};

/** Full prices of the passes that need no time. */
const dayPassEuros: Record<string, number> = { DAYPASS: 22, EVEPASS: 10, WEEKPASS: 34, LIBRARY: 6 };

const names: Record<'visit' | 'guided' | 'dayPass', Text> = {
  visit: text('Timed visit', 'Visite à heure fixe', 'Besuch mit Zeitfenster', 'Visita a orario fisso'),
  guided: text('Guided visit', 'Visite guidée', 'Führung', 'Visita guidata'),
  dayPass: text('Day pass', 'Billet journée', 'Tageskarte', 'Biglietto giornaliero'),
};

/** The next `count` days on which the museum is open: all but Mondays. */
function openDays(calendar: Calendar, count: number): number[] {
  const days: number[] = [];
  for (let day = 0; days.length < count; day += 1) if (calendar.weekday(day) !== 1) days.push(day);
  return days;
}

/** One price a tariff, for visits from the start of one day to that of another; wheelchair users pay as all do. */
function itemPrices(
  euros: number,
  isGuided: boolean,
  { ticket }: PriceList,
  from: string,
  to: string,
): ProductItem['itemPrices'] {
  return tariffs
    .filter(({ accessible }) => !accessible)
    .map((tariff) => ({
      amount: ticket(euros, tariff),
      audSubCatId: tariff.id,
      minQty: 1,
      maxQty: 8,
      ...(isGuided ? { allVisitLanguages: true, allVisitThemes: true } : {}),
      startDate: from,
      endDate: to,
    }));
}

/** All times of all days, with the places left: few on the coming weekends, where the best hours may be gone. */
function timeslots(
  work: Work,
  index: number,
  visit: Visit,
  days: number[],
  seed: number,
  calendar: Calendar,
): Timeslot[] {
  const random = mulberry32(deriveSeed(seed, 'timeslots', work.code));
  return days.flatMap((day, d) =>
    visit.times.map((time, n) => {
      const start = calendar.at(day, time);
      const weekend = calendar.weekday(day) === 0 || calendar.weekday(day) === 6;
      const slot = {
        timeslotId: idOf('timeslot', (index + 1) * 10_000 + d * visit.times.length + n + 1),
        start,
        end: new Date(Date.parse(start) + visit.minutes * 60_000).toISOString(),
      };
      if (visit.isGuided) {
        const tours = toursAt(d, n, random);
        return { ...slot, tours, quota: tours.reduce((sum, tour) => sum + tour.quota, 0) };
      }
      const taken = between(random, 0, weekend && d < 14 ? visit.quota + 6 : Math.floor(visit.quota / 2));
      return { ...slot, quota: Math.max(0, visit.quota - taken) };
    }),
  );
}

/**
 * What a museum work adds to its product: one item, either with the times to choose from, or without any, for a day
 * of the visitor's choice. `index` is the work's place in the programme.
 */
export function passOf(
  work: Work,
  index: number,
  seed: number,
  calendar: Calendar,
  priceList: PriceList,
): Required<Pick<Product, 'pass' | 'salePeriods' | 'state'>> {
  const timed = work.rhythm === 'visit';
  const visit: Visit = { ...usual, ...visits[work.code] };
  const days = timed ? openDays(calendar, visit.openDays) : [];
  const from = calendar.at(0, '00:00');
  const to = calendar.at((days.at(-1) ?? 300) + 1, '00:00');
  const euros = timed ? visit.euros : (dayPassEuros[work.code] ?? 20);
  const item: ProductItem = {
    itemId: idOf('item', index + 1),
    externalName: externalName(names[nameOf(visit, timed)]),
    itemPrices: itemPrices(euros, visit.isGuided, priceList, from, to),
    timeslots: timed ? timeslots(work, index, visit, days, seed, calendar) : [],
  };
  return {
    state: 'RUNNING',
    salePeriods: [{ audienceSubCatIds: [...tariffIds], start: calendar.at(-60, '10:00'), end: to }],
    pass: {
      consecutive: 'INDIFFERENT',
      dateMandatory: timed,
      guided: visit.isGuided,
      items: [item],
      ...(visit.isGuided ? { visitLanguages, visitThemes } : {}),
    },
  };
}

function nameOf({ isGuided }: Visit, timed: boolean): keyof typeof names {
  if (isGuided) return 'guided';
  return timed ? 'visit' : 'dayPass';
}
