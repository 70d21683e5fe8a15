import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heldIn, itemsOf } from '../catalog/lookup.js';
import { createSeason } from './season.js';
import type { ExternalName, Performance, Product } from './season.types.js';
import { languages } from './text.js';

const options = { seed: 1, now: new Date('2026-11-24T12:00:00Z'), publicUrl: 'http://localhost:8090' };
const season = createSeason(options);
const catalogSeason = season.catalog.seasons[0];
const products = catalogSeason?.products ?? [];
const performances = products.flatMap(performancesOf);
const halls = new Map(season.halls.map((hall) => [hall.logicalConfigurationId, hall]));

function performancesOf(product: Product | undefined): Performance[] {
  return product?.event?.performances ?? [];
}

function byCode(code: string): Product {
  const product = products.find((candidate) => candidate.code === code);
  assert.ok(product, `no product ${code}`);
  return product;
}

/** Share of the places that is left when the simulator starts. */
function shareLeft(performance: Performance): number {
  const hall = halls.get(performance.logicalConfigurationId);
  const places = hall?.seats.length || (hall?.zones[0]?.gauge ?? 0);
  let sold = 0;
  for (let n = 0; n < places; n += 1) if (season.isSoldAtStart(performance, n)) sold += 1;
  return 1 - sold / places;
}

function isOnSale({ state, SalePeriods: [period] }: Performance): boolean {
  const now = options.now.toISOString();
  return state === 'RUNNING' && period !== undefined && period.start <= now && now < period.end;
}

/** Every ExternalName anywhere under a value. */
function namesIn(value: unknown): ExternalName[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('translations' in value) return [value as ExternalName];
  return Object.values(value).flatMap(namesIn);
}

/** Every value of the given key anywhere under a value. */
function valuesOf(key: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key ? [String(inner)] : valuesOf(key, inner),
  );
}

describe('the season', () => {
  it('has about 150 products and 1,200 performances around today', () => {
    assert.equal(products.filter(({ event, pass }) => event ?? pass).length, 150);
    assert.ok(Math.abs(performances.length - 1200) < 60, String(performances.length));
    const now = options.now.toISOString();
    const past = performances.filter(({ start }) => start < now).length;
    assert.ok(past > 5 && past < 60, String(past));
    assert.ok(products.filter(({ pass }) => pass).length >= 10);
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    const evening = createSeason({ ...options, now: new Date('2026-11-24T22:00:00Z') });
    assert.deepEqual(evening.catalog, season.catalog);
    const magicFlute = performancesOf(byCode('MAGFLUTE'))[0] as Performance;
    const seats = Array.from({ length: 1186 }, (_, n) => n);
    const soldIn = (from: typeof season) =>
      seats.map((n) => Number(from.isSoldAtStart(magicFlute, n))).join('');
    assert.equal(soldIn(evening), soldIn(season));
    assert.notEqual(soldIn(createSeason({ ...options, seed: 361 })), soldIn(season));
  });

  it('gives every thing an id of 14 digits of its own', () => {
    const ids = [
      ...valuesOf('id', catalogSeason?.audienceCategories),
      ...valuesOf('id', catalogSeason?.topics),
      ...products.map(({ id }) => id),
      ...performances.map(({ id }) => id),
      ...products.flatMap((product) => [...valuesOf('itemId', product), ...valuesOf('timeslotId', product)]),
      ...valuesOf('id', season.catalog.physicalConfigurations),
      ...season.shipmentModes.map(({ shipmentModeId }) => shipmentModeId),
      ...valuesOf('id', season.posConfig),
    ];
    for (const id of ids) assert.match(id, /^\d{14}$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('has codes that S-360 would take: unique, at most eight characters', () => {
    for (const codes of [products.map(({ code }) => code), performances.map(({ code }) => code)]) {
      assert.equal(new Set(codes).size, codes.length);
      for (const code of codes) assert.ok(code.length <= 8, code);
    }
  });

  it('says everything in four languages, in the lengths that S-360 allows', () => {
    const named = namesIn([season.catalog, season.posConfig, season.shipmentModes]);
    for (const { translations } of named) {
      assert.deepEqual(
        translations.map(({ locale }) => locale),
        [...languages],
      );
      for (const { value } of translations) assert.ok(value.length > 0 && value.length <= 2000);
    }
    for (const product of products) {
      for (const { value } of product.externalName.translations) assert.ok(value.length <= 60, value);
    }
  });

  it('plays in the evening or at matinee time by the local clock, one performance at a time in a hall', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Zurich',
      hour: '2-digit',
      minute: '2-digit',
    });
    for (const { start } of performances) {
      const time = clock.format(new Date(start));
      assert.ok(time >= '11:00' && time <= '23:55', time);
    }
    const starts = performances.map(
      (performance) => `${performance.logicalConfigurationId} ${performance.start}`,
    );
    assert.equal(new Set(starts).size, starts.length);
  });

  it('ends every sale before the start, and opens it before it ends', () => {
    for (const { SalePeriods, start, code } of performances) {
      for (const period of SalePeriods) assert.ok(period.start < period.end && period.end < start, code);
    }
  });
});

/** The next performance's start; performances carry UTC instants, which compare as text. */
function nextStart(work: Product, now: Date): string | undefined {
  return performancesOf(work)
    .map(({ start }) => start)
    .filter((start) => start >= now.toISOString())
    .sort()[0];
}

describe('any other season', () => {
  for (const [seed, day] of [
    [2, '2027-06-30'],
    [3, '2026-10-12'],
    [77, '2028-02-29'],
  ] as const) {
    it(`is as full and as sound with seed ${seed} on ${day}`, () => {
      const other = createSeason({ ...options, seed, now: new Date(`${day}T09:00:00Z`) });
      const [{ products: works } = { products: [] }] = other.catalog.seasons;
      assert.equal(works.length, 162);
      for (const work of works) {
        const choices = [...itemsOf(work), ...performancesOf(work), ...heldIn(work)];
        assert.ok(choices.length > 0, work.code);
      }
      const played = works.flatMap(performancesOf);
      assert.ok(Math.abs(played.length - 1200) < 60, String(played.length));
      for (const { SalePeriods, start, code } of played) {
        for (const period of SalePeriods) assert.ok(period.start < period.end && period.end < start, code);
      }
    });
  }
});

describe('the well-known products', () => {
  it('play the Magic Flute on 14 dates, some nearly and one wholly sold out', () => {
    const dates = performancesOf(byCode('MAGFLUTE'));
    assert.equal(dates.length, 14);
    const left = dates.map(shareLeft);
    assert.equal(left.filter((share) => share === 0).length, 1);
    assert.ok(left.some((share) => share > 0 && share <= 0.1) && left.some((share) => share > 0.2));
  });

  it('show the Magic Flute, on sale, among the twelve events that are next, whatever the date and hour', () => {
    for (let day = 0; day < 366; day += 13) {
      for (const hour of ['00:30', '11:00', '22:45']) {
        const now = new Date(Date.parse(`2026-11-28T${hour}:00+01:00`) + day * 86_400_000);
        const works = createSeason({ ...options, now }).catalog.seasons.flatMap(({ products }) => products);
        const next = works
          .map((work) => ({ work, start: nextStart(work, now) }))
          .filter(({ start }) => start !== undefined)
          .sort((a, b) => String(a.start).localeCompare(String(b.start)));
        const place = next.findIndex(({ work }) => work.code === 'MAGFLUTE');
        assert.ok(place >= 0 && place < 12, `number ${place + 1} on ${now.toISOString()}`);
      }
    }
  });

  it('show each case a visitor can meet', () => {
    const now = options.now.toISOString();
    assert.ok(performancesOf(byCode('SWANLAKE')).every((performance) => shareLeft(performance) === 0));
    const [mahler] = performancesOf(byCode('MAHLER2'));
    assert.ok(mahler && shareLeft(mahler) > 0 && shareLeft(mahler) * 100 <= byCode('MAHLER2').alertRatio);
    assert.equal(byCode('DONCARLO').state, 'CANCELED');
    assert.equal(byCode('VISIT').state, 'SUSPENDED');
    assert.equal(byCode('SUMMERFE').state, 'VALIDATED');
    assert.ok(
      performancesOf(byCode('OKAFOR')).every(({ SalePeriods }) => (SalePeriods[0]?.start ?? '') > now),
    );
    assert.ok(
      performancesOf(byCode('ORGAN')).every(
        ({ start, SalePeriods }) => start > now && (SalePeriods[0]?.end ?? '') < now,
      ),
    );
    const [moved] = performancesOf(byCode('LIEDER'));
    assert.deepEqual(moved?.comfortVariableValues, [{ code: 'AddState', value: 'MOVED_OR_POSTPONED' }]);
    assert.ok(performances.filter(isOnSale).length > 700);
  });

  it('hold a hostile description and a title with markup characters', () => {
    const html = byCode('OPENMIC').description.translations[0]?.value ?? '';
    for (const danger of ['<script', 'onerror', 'javascript:', '<iframe'])
      assert.ok(html.includes(danger), danger);
    assert.ok(byCode('OPENMIC').externalName.translations[0]?.value.includes('<'));
  });
});

describe('the prices', () => {
  it('give each seat category a price for each main tariff, the dearest first', () => {
    const tariffs = catalogSeason?.audienceCategories[0]?.audienceSubCategories ?? [];
    const main = tariffs.filter(({ code }) => code !== 'WHEEL' && code !== 'COMPAN');
    for (const { prices, seatCategories } of performances) {
      for (const tariff of main) {
        const amounts = seatCategories.map(
          ({ id }) =>
            prices.find((price) => price.seatCatId === id && price.audSubCatId === tariff.id)?.amount ?? 0,
        );
        assert.ok(amounts.every((amount) => amount > 0 && amount % 500 === 0));
        assert.deepEqual(
          amounts,
          [...amounts].sort((a, b) => b - a),
        );
      }
    }
  });

  it('let a child come only with a full price ticket, and a companion only with a wheelchair user', () => {
    const tariffs = catalogSeason?.audienceCategories[0]?.audienceSubCategories ?? [];
    const idOf = (code: string) => tariffs.find((tariff) => tariff.code === code)?.id;
    const required = (code: string) =>
      tariffs.find((tariff) => tariff.code === code)?.requiredAudienceSubCategoryIds;
    assert.deepEqual(required('CHILD'), [idOf('FULL')]);
    assert.deepEqual(required('COMPAN'), [idOf('WHEEL')]);
  });

  it('vary between performances of one work', () => {
    const grids = new Set(
      performancesOf(byCode('MAGFLUTE')).map(({ prices }) => prices.map(({ amount }) => amount).join()),
    );
    assert.ok(grids.size > 1);
  });
});

describe('what is sold at the start', () => {
  it('differs between performances, and comes in parties', () => {
    const [first, , , fourth] = performancesOf(byCode('MAGFLUTE'));
    assert.ok(first && fourth);
    const sold = (performance: Performance) =>
      Array.from({ length: 1186 }, (_, n) => season.isSoldAtStart(performance, n));
    const before = sold(first);
    assert.notDeepEqual(before, sold(fourth));
    const changes = before.filter((isSold, n) => n > 0 && isSold !== before[n - 1]).length;
    const share = before.filter(Boolean).length / before.length;
    // Seats sold one by one would change about 2 · share · (1 − share) times a seat.
    assert.ok(changes < 1186 * 2 * share * (1 - share) * 0.8, String(changes));
  });

  it('leaves a club’s places by quantity', () => {
    const [jam] = performancesOf(byCode('BLUEHOUR')).filter(isOnSale);
    assert.ok(jam && shareLeft(jam) > 0 && shareLeft(jam) < 1);
    assert.equal(season.isSoldAtStart(jam, 299), false);
  });

  it('keeps the away sector from sale at football matches', () => {
    const [match] = performancesOf(byCode('FCLNORTE'));
    const seats = halls.get(match?.logicalConfigurationId ?? '')?.seats ?? [];
    const away = seats.flatMap(({ area }, n) => (area === 'Away fans' ? [n] : []));
    assert.ok(match && away.length > 1000 && away.every((n) => season.isSoldAtStart(match, n)));
  });
});

describe('the instant at which the season was set up', () => {
  const at = (change: Partial<typeof options>) => createSeason({ ...options, ...change }).setUpAt;

  it('lies before the start, and stays over a start again on the same day', () => {
    assert.ok(season.setUpAt < options.now.getTime());
    assert.equal(at({ now: new Date('2026-11-24T22:59:00Z') }), season.setUpAt);
  });

  it('is another one on another day, or with other things in the catalog', () => {
    assert.notEqual(at({ now: new Date('2026-11-25T12:00:00Z') }), season.setUpAt);
    assert.notEqual(at({ publicUrl: 'http://localhost:9090' }), season.setUpAt);
  });
});
