import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitArc, type Spot, spotsOnArc } from './plan.fit.js';

/** Spots on a circle about (0, 0), as a file has them: rounded. */
function onCircle(radius: number, count: number, from: number, to: number): Spot[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = from + ((to - from) * i) / (count - 1);
    return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
  });
}

describe('fitting an arc through seats', () => {
  it('takes even seats on a line for a line', () => {
    assert.equal(
      fitArc(
        [
          { x: 0, y: 0 },
          { x: 100, y: 33 },
          { x: 200, y: 67 },
        ],
        1.5,
      ),
      0,
    );
  });

  it('takes one or two seats for a line', () => {
    assert.equal(fitArc([{ x: 3, y: 4 }], 1), 0);
    assert.equal(
      fitArc(
        [
          { x: 3, y: 4 },
          { x: 9, y: 9 },
        ],
        1,
      ),
      0,
    );
  });

  for (const [what, sweep] of [
    ['a shallow arc', 0.3],
    ['half a circle', Math.PI],
    ['more than half a circle', 4.5],
  ] as const) {
    it(`finds ${what}, whichever way it is walked`, () => {
      const spots = onCircle(4000, 40, 0, sweep);
      for (const walk of [spots, [...spots].reverse()]) {
        const bulge = fitArc(walk, 1.5);
        assert.ok(bulge);
        const even = spotsOnArc(walk[0]!, walk.at(-1)!, walk.length, bulge);
        for (const [i, { x, y }] of even.entries())
          assert.ok(Math.hypot(x - walk[i]!.x, y - walk[i]!.y) <= 1.5);
      }
    });
  }

  it('finds no arc through a gap or a crooked row', () => {
    assert.equal(
      fitArc(
        [0, 100, 200, 400].map((x) => ({ x, y: 0 })),
        1.5,
      ),
      undefined,
    );
    assert.equal(
      fitArc(
        [0, 100, 200, 300].map((x, i) => ({ x, y: (i % 2) * 20 })),
        1.5,
      ),
      undefined,
    );
  });
});
