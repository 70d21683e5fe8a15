/**
 * A hall of 64 seats that has one of everything a plan can hold: rows on arcs and on lines, a row with an aisle, one that
 * stands crooked, numbers that skip and numbers with letters, every kind of place, a block and an area without blocks, a zone.
 */

export interface SeatFeature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: [number, number]; rotation: number };
  properties: {
    id: string;
    area: Named;
    block?: Named;
    row: string;
    number: string;
    seatCategoryId: string;
    stageVisibilityType: string;
    seatKind?: 'WHEELCHAIR' | 'COMPANION';
  };
}

interface Named {
  id: string;
  name: Record<string, string>;
}

export interface HallFile {
  type: 'FeatureCollection';
  hall: { code: string; logicalConfigurationId: string; name: Record<string, string> };
  features: (SeatFeature | Record<string, unknown>)[];
}

const stalls = { id: '10229130000001', name: { en: 'Stalls', fr: 'Parterre' } };
const centre = { id: '10229140000001', name: { en: 'centre', fr: 'centre' } };
const circle = { id: '10229130000002', name: { en: 'Circle', fr: 'Corbeille' } };
const dear = '10229150000001';
const cheap = '10229150000002';

let lastId = 10229400000000;

function seat(
  place: Pick<SeatFeature['properties'], 'area' | 'block' | 'row' | 'number'>,
  [x, y]: [number, number],
  more: Partial<SeatFeature['properties']> = {},
): SeatFeature {
  lastId += 1;
  const id = String(lastId);
  const properties = { id, seatCategoryId: dear, stageVisibilityType: 'VISIBLE', ...place, ...more };
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [Math.round(x), Math.round(y)], rotation: 0 },
    properties,
  };
}

/** Three straight rows in the centre: A has an aisle, B counts in twos from the right, C ends with special places. */
function stallsSeats(): SeatFeature[] {
  const at = (row: string, number: string): { area: Named; block: Named; row: string; number: string } => ({
    area: stalls,
    block: centre,
    row,
    number,
  });
  const kinds = { 7: { seatKind: 'COMPANION' }, 8: { seatKind: 'WHEELCHAIR' } } as Record<number, object>;
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
      seat(at('A', String(n)), [4000 + n * 200 + (n > 4 ? 300 : 0), 4000]),
    ),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => seat(at('B', String(18 - 2 * n)), [4100 + n * 200, 4240])),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => seat(at('C', String(n)), [4100 + n * 200, 4480], kinds[n])),
  ];
}

/** Two rows on arcs about the stage, one of odd names, and a crooked one; the ends of the first see little. */
function circleSeats(): SeatFeature[] {
  const onArc = (row: string, radius: number, count: number): SeatFeature[] =>
    Array.from({ length: count }, (_, n) => {
      const angle = ((n - (count - 1) / 2) * 200) / radius;
      const isEnd = row === 'A' && (n < 2 || n >= count - 2);
      return seat(
        { area: circle, row, number: String(n + 1) },
        [5000 + radius * Math.sin(angle), 2500 + radius * Math.cos(angle)],
        { seatCategoryId: cheap, stageVisibilityType: isEnd ? 'RESTRICTED' : 'VISIBLE' },
      );
    });
  const odd = ['1', '1A', '2', '3', 'X'].map((number, n) =>
    seat({ area: circle, row: 'C', number }, [4600 + n * 200, 5900], { seatCategoryId: cheap }),
  );
  const crooked = [0, 210, 380, 640, 790, 1050].map((along, n) =>
    seat({ area: circle, row: 'D', number: String(n + 1) }, [4400 + along, 6140 + (n % 2) * 40], {
      seatCategoryId: cheap,
    }),
  );
  return [...onArc('A', 2760, 14), ...onArc('B', 3000, 15), ...odd, ...crooked];
}

const shape = (role: string, ring: [number, number][], more: object): Record<string, unknown> => ({
  type: 'Feature',
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
  properties: { role, ...more },
});

export function smallHall(): HallFile {
  lastId = 10229400000000;
  return {
    type: 'FeatureCollection',
    hall: { code: 'SMALL', logicalConfigurationId: '10229120000009', name: { en: 'Small hall' } },
    features: [
      shape(
        'stage',
        [
          [4000, 2200],
          [6000, 2200],
          [6200, 2800],
          [3800, 2800],
        ],
        { name: { en: 'Stage', fr: 'Scène' } },
      ),
      ...stallsSeats(),
      ...circleSeats(),
      shape(
        'zone',
        [
          [6600, 3000],
          [7600, 3000],
          [7600, 3800],
          [6600, 3800],
        ],
        {
          name: { en: 'Standing' },
          areaId: '10229130000003',
          seatCategoryId: '10229150000003',
          gauge: 40,
        },
      ),
    ],
  };
}
