import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { differences, eachRepeat, eachSpan, gaps, repeats, spans, sums } from './columns.js';

const integers = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }));

describe('the columns of a plan', () => {
  it('come back from differences as they were', () => {
    fc.assert(fc.property(integers, (values) => assert.deepEqual(sums(differences(values)), values)));
    assert.deepEqual(differences([5, 7, 4]), [5, 2, -3]);
  });

  it('come back from repeats as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), (values) => {
        const read: number[] = [];
        eachRepeat(repeats(values), (value, from, to) => {
          assert.equal(from, read.length);
          read.push(...Array.from({ length: to - from }, () => value));
        });
        assert.deepEqual(read, values);
      }),
    );
    assert.deepEqual(repeats([4, 4, 4, 1]), [4, 3, 1, 1]);
  });

  it('come back from spans and from gaps as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (flags) => {
        const read = flags.map(() => false);
        eachSpan(spans(flags), (from, to) => read.fill(true, from, to));
        assert.deepEqual(read, flags);
        const set = [...flags.keys()].filter((index) => flags[index]);
        assert.deepEqual(sums(gaps(set)), set);
      }),
    );
    assert.deepEqual(spans([false, true, true, false, true]), [1, 2, 1, 1]);
  });
});
