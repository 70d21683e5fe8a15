import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod';
import { tolerantSchemas, wireId, wireNumber, type Omission } from './reading.js';

describe('a number of S-360', () => {
  for (const [given, number] of [
    [1650, 1650],
    ['1650', 1650],
    ['1650.0', 1650],
    [' 42\n', 42],
    ['-3.5', -3.5],
    ['+7', 7],
    ['0', 0],
  ] as const)
    it(`is ${number}, written as ${JSON.stringify(given)}`, () => {
      assert.equal(wireNumber.parse(given), number);
    });

  for (const odd of ['', 'many', '0x10', '1e3', '1,5', '9007199254740993', 2 ** 60, true, null, {}])
    it(`is not ${JSON.stringify(odd)}`, () => {
      assert.equal(wireNumber.safeParse(odd).success, false);
    });
});

it('an id of S-360 is the same as a long, an int and a text', () => {
  assert.deepEqual(
    [7, '7', ' 7 ', '10229200000001'].map((id) => wireId.parse(id)),
    ['7', '7', '7', '10229200000001'],
  );
});

describe('what is left out', () => {
  const read = <T>(schema: (schemas: ReturnType<typeof tolerantSchemas>) => z.ZodType<T>, value: unknown) => {
    const omissions: Omission[] = [];
    const read = schema(tolerantSchemas((omission) => omissions.push(omission))).parse(value);
    return { read, omissions };
  };
  const price = z.object({ id: wireId, amount: wireNumber });

  it('is nothing where there is no list: that is an empty one', () => {
    assert.deepEqual(
      read(({ list }) => z.object({ prices: list(price, 'price') }), {}),
      { read: { prices: [] }, omissions: [] },
    );
    assert.deepEqual(
      read(({ places }) => z.object({ prices: places(price, 'price') }), {}),
      { read: { prices: [] }, omissions: [] },
    );
  });

  it('is an entry that can’t be read, and told with its ids', () => {
    const found = read(
      ({ list }) => list(price, 'price'),
      [
        { id: 1, amount: '12' },
        { id: 2, amount: 'free' },
      ],
    );
    assert.deepEqual(found.read, [{ id: '1', amount: 12 }]);
    assert.deepEqual(
      found.omissions.map(({ what, ids }) => ({ what, ids })),
      [{ what: 'price', ids: { id: '2' } }],
    );
  });

  it('keeps the places of the others where they are found by them', () => {
    const found = read(({ places }) => places(price, 'price'), [{ id: 1 }, { id: 2, amount: 3 }]);
    assert.deepEqual(found.read, [undefined, { id: '2', amount: 3 }]);
  });

  it('is told of what should be a list and is none', () => {
    const found = read(({ list }) => list(price, 'price'), { id: 1, amount: 2 });
    assert.deepEqual([found.read, found.omissions.map(({ what }) => what)], [[], ['price']]);
  });

  it('is an odd field that the thing around it can do without', () => {
    const found = read(({ optional }) => z.object({ id: wireId, rank: optional(wireNumber, 'rank') }), {
      id: 1,
      rank: 'first',
    });
    assert.deepEqual(found.read, { id: '1', rank: undefined });
    assert.deepEqual(
      found.omissions.map(({ what }) => what),
      ['rank'],
    );
  });
});
