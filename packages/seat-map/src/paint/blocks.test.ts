import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { smallHall } from '../small-hall.fixture.js';
import { CLOSED, TAKEN } from '@s360-widgets/seat-codec';
import { fit } from '../viewport.js';
import { blockState } from './blocks.js';
import { detailOf, nameIn, type Palette, type Scene } from './scene.js';

const plan = smallHall();
const stalls = plan.sections[0]!;

/** Only what counting needs: the palette's colours are of no account here. */
function scene(states: Uint8Array, filtered?: ReadonlySet<number>): Scene {
  const palette = {
    prices: [0, 1, 2].map(() => ({ fill: [0, 0, 0], text: [0, 0, 0] })),
  } as unknown as Palette;
  return {
    plan,
    states,
    filtered,
    palette,
    viewport: fit(plan, { width: 9, height: 9 }),
    pixelRatio: 1,
    priceClass: [2, 0],
  };
}

describe('a block seen from afar', () => {
  it('has the price of most of its free seats', () => {
    assert.deepEqual(blockState(scene(new Uint8Array(plan.size)), stalls), {
      free: 24,
      filtered: 0,
      closed: 0,
      price: 2,
    });
  });

  it('has no price when it is sold out', () => {
    const states = new Uint8Array(plan.size).fill(TAKEN);
    assert.deepEqual(blockState(scene(states), stalls), { free: 0, filtered: 0, closed: 0, price: -1 });
  });

  it('tells seats that the filter leaves out from sold ones, and from those not for sale', () => {
    const states = new Uint8Array(plan.size).fill(CLOSED, 0, 4);
    assert.deepEqual(blockState(scene(states, new Set([0])), stalls), {
      free: 0,
      filtered: 20,
      closed: 4,
      price: -1,
    });
  });
});

describe('the detail of a picture', () => {
  it('is seats when they are large enough for marks, dots below', () => {
    const view = fit(plan, { width: 600, height: 400 });
    assert.equal(detailOf(plan, { ...view, scale: 12 / plan.pitch }), 'seats');
    assert.equal(detailOf(plan, { ...view, scale: 11 / plan.pitch }), 'dots');
  });

  it('is blocks only in a large hall', () => {
    const view = { ...fit(plan, { width: 600, height: 400 }), scale: 3 / plan.pitch };
    assert.equal(detailOf(plan, view), 'dots');
    assert.equal(detailOf({ ...plan, size: 60_000 }, view), 'blocks');
  });

  it('takes a name in the language, else in any that there is', () => {
    assert.equal(nameIn({ en: 'Stage', fr: 'Scène' }, 'fr'), 'Scène');
    assert.equal(nameIn({ it: 'Palco' }, 'de'), 'Palco');
  });
});
