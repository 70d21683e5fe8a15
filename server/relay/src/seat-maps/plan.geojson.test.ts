import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlan } from './plan.geojson.js';

const name = { en: 'Stalls' };

function seat(id: unknown, x: unknown, more: object = {}, geometry: object = {}): unknown {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [x, 100], rotation: 0, ...geometry },
    properties: {
      id,
      area: { id: 5, name },
      row: 'A',
      number: String(x),
      seatCategoryId: 7,
      color: '#fff',
      ...more,
    },
  };
}

function polygon(
  properties: object,
  ring: unknown[] = [
    [0, 0],
    [9, 0],
    [9, 9],
    [0, 0],
  ],
): unknown {
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { name, ...properties },
  };
}

function read(...features: unknown[]): ReturnType<typeof readPlan> {
  const hall = { code: 'HALL', logicalConfigurationId: '12', name: { en: 'Hall' } };
  return readPlan({ type: 'FeatureCollection', hall, features });
}

/** The faults of a file as "index id message". */
function faultsOf(...features: unknown[]): string[] {
  return read(...features).faults.map(({ index, id, message }) => `${index} ${id} ${message}`);
}

describe('reading a plan from GeoJSON', () => {
  it('takes ids as numbers or as text', () => {
    const { hall } = read(seat(10229401000001, 1), seat('10229401000002', 2));
    assert.deepEqual(
      hall?.seats.map(({ id, categoryId }) => [id, categoryId]),
      [
        ['10229401000001', '7'],
        ['10229401000002', '7'],
      ],
    );
  });

  it('takes a seat for a plain one with a clear view unless the file says otherwise', () => {
    const { hall } = read(seat(1, 1), seat(2, 2, { seatKind: 'COMPANION', stageVisibilityType: 'PARTIAL' }));
    assert.deepEqual(
      hall?.seats.map(({ kind, isRestricted }) => [kind, isRestricted]),
      [
        ['SEAT', false],
        ['COMPANION', true],
      ],
    );
  });

  it('opens closed rings of polygons', () => {
    const { hall } = read(polygon({ role: 'zone', areaId: 3, seatCategoryId: null, gauge: 10 }));
    assert.deepEqual(hall?.shapes, [
      {
        role: 'zone',
        name,
        areaId: '3',
        categoryId: undefined,
        outline: [
          [0, 0],
          [9, 0],
          [9, 9],
        ],
      },
    ]);
  });

  const faulty: [string, unknown[], string[]][] = [
    ['a missing id', [seat(undefined, 1)], ['0 undefined properties.id must be an id of at most 16 digits']],
    [
      'an id that a number can not hold',
      [seat('9007199254740993', 1)],
      ['0 9007199254740993 properties.id must be below 2^53'],
    ],
    ['an id that stands twice', [seat(4, 1), seat(4, 2)], ['1 4 has the id of feature 0']],
    ['a broken coordinate', [seat(4, 1.5)], ['0 4 geometry.coordinates.0 must be a whole number']],
    ['a place outside the plane', [seat(4, -1)], ['0 4 geometry.coordinates.0 lies outside the plane']],
    [
      'coordinates that are none',
      [seat(4, 1, {}, { coordinates: [1] })],
      ['0 4 geometry.coordinates must be [x, y]'],
    ],
    ['a missing row', [seat(4, 1, { row: undefined })], ['0 4 properties.row is missing']],
    ['an empty number', [seat(4, 1, { number: ' ' })], ['0 4 properties.number is empty']],
    [
      'a missing category',
      [seat(4, 1, { seatCategoryId: undefined })],
      ['0 4 properties.seatCategoryId must be an id of at most 16 digits'],
    ],
    [
      'two seats on one spot',
      [seat(4, 1), seat(5, 1, { number: '9' })],
      ['1 5 stands at 1, 100 like feature 0 (id 4)'],
    ],
    [
      'a number given twice in a row',
      [seat(4, 1), seat(5, 2, { number: '1' })],
      ['1 5 is row A, number 1 of its block like feature 0 (id 4)'],
    ],
    [
      'an unknown geometry',
      [seat(4, 1, {}, { type: 'LineString' })],
      ['0 4 geometry.type LineString is neither Point nor Polygon'],
    ],
    ['no geometry at all', [{ type: 'Feature', properties: { id: 4 } }], ['0 4 geometry.type is missing']],
    ['something that is no feature', [7], ['0 undefined geometry.type is missing']],
    [
      'a ring that is too short',
      [
        polygon({ role: 'stage' }, [
          [0, 0],
          [1, 1],
        ]),
      ],
      ['0 undefined geometry.coordinates.0 needs four positions at least'],
    ],
    ['a file without features', [], ['-1 undefined holds no feature']],
  ];
  for (const [what, features, faults] of faulty) {
    it(`names ${what}`, () => assert.deepEqual(faultsOf(...features), faults));
  }

  it('names a polygon whose role it does not know', () => {
    assert.match(faultsOf(polygon({ role: 'bar' }))[0]!, /^0 undefined properties\.role /);
  });

  it('names all faults of all features at once, in the order of the file', () => {
    const faults = faultsOf(
      seat(1, 1),
      seat(1, 1.5, { row: undefined }),
      seat(3, 3, { area: {} }),
      seat(1, 4),
    );
    assert.deepEqual(
      faults.map((fault) => Number(fault.split(' ')[0])),
      [1, 1, 2, 2, 3],
    );
  });

  it('names what is wrong with the file itself', () => {
    const { faults } = readPlan({ type: 'FeatureCollection', features: [] });
    assert.deepEqual(
      faults.map(({ index }) => index),
      [-1],
    );
    assert.match(faults[0]!.message, /^hall /);
  });
});
