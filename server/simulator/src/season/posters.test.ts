import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { poster, posterStyles } from './posters.js';

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe('a poster', () => {
  it('is the same for the same seed and another for the next', () => {
    for (const style of posterStyles) {
      assert.equal(poster({ seed: 7, style }), poster({ seed: 7, style }));
      assert.notEqual(poster({ seed: 7, style }), poster({ seed: 17, style }));
    }
  });

  it('takes style and palette from the seed, so that a hundred seeds give a hundred pairs', () => {
    const grounds = new Set(
      seeds.map((seed) => `${seed % 10} ${poster({ seed }).match(/fill="(#\w+)"/)?.[1]}`),
    );
    assert.equal(grounds.size, seeds.length);
    assert.equal(poster({ seed: 13 }), poster({ seed: 13, style: 'horizon', palette: 'mustard' }));
  });

  it('is a small picture of flat shapes, without text, gradient or anything from outside', () => {
    for (const style of posterStyles) {
      for (const seed of seeds) {
        const svg = poster({ seed, style });
        assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 400 500"/);
        assert.ok(svg.length < 8000, `${style} ${seed} has ${svg.length} bytes`);
        assert.doesNotMatch(svg, /<text|Gradient|href|<image|NaN|undefined|Infinity/);
      }
    }
  });
});
