import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flight } from './flight.js';
import { smallHall } from './small-hall.fixture.js';
import {
  fit,
  panBy,
  resize,
  seen,
  toPlan,
  toScreen,
  type Viewport,
  zoomAt,
  zoomTo,
  zoomToSeat,
} from './viewport.js';

const plan = smallHall();
const whole = fit(plan, { width: 600, height: 400 });

function assertShowsPlan(view: Viewport): void {
  const { left, top, right, bottom } = seen(view);
  assert.ok(left < plan.bounds.right && right > plan.bounds.left, 'lost sideways');
  assert.ok(top < plan.bounds.bottom && bottom > plan.bounds.top, 'lost up or down');
}

function assertNear(a: { x: number; y: number }, b: { x: number; y: number }): void {
  assert.ok(Math.hypot(a.x - b.x, a.y - b.y) < 1e-6, `${a.x}, ${a.y} is not ${b.x}, ${b.y}`);
}

describe('what is seen of a plan', () => {
  it('is at first the whole plan, in the middle', () => {
    const { left, top, right, bottom } = seen(whole);
    assert.ok(
      left < plan.bounds.left &&
        right > plan.bounds.right &&
        top < plan.bounds.top &&
        bottom > plan.bounds.bottom,
    );
    assertNear(toPlan(whole, { x: 300, y: 200 }), {
      x: (plan.bounds.left + plan.bounds.right) / 2,
      y: (plan.bounds.top + plan.bounds.bottom) / 2,
    });
  });

  it('keeps the point under the pointer while zooming', () => {
    const at = { x: 250, y: 220 };
    const view = zoomAt(whole, at, 2.5);
    assertNear(toPlan(view, at), toPlan(whole, at));
    assert.equal(view.scale, whole.scale * 2.5);
  });

  it('goes from plan to screen and back', () => {
    const point = { x: 4321, y: 4567 };
    assertNear(toPlan(whole, toScreen(whole, point)), point);
  });

  it('never shows less than a seat needs, nor seats smaller than the whole plan makes them', () => {
    assert.equal(zoomAt(whole, { x: 0, y: 0 }, 0.01).scale, whole.scale);
    const closest = zoomAt(whole, { x: 300, y: 200 }, 1000);
    assert.ok(closest.scale * plan.pitch >= 36 && closest.scale * plan.pitch <= 72);
  });

  it('gives a finger larger seats than a mouse', () => {
    const touch = fit(plan, { width: 600, height: 400, touch: true });
    assert.deepEqual([whole.limits.seat * plan.pitch, touch.limits.seat * plan.pitch], [36, 42]);
    assert.equal(zoomToSeat(touch, { x: 5000, y: 4000 }).scale, touch.limits.seat);
  });

  it('is never lost, however far it is dragged', () => {
    const close = zoomAt(whole, { x: 300, y: 200 }, 4);
    for (const [dx, dy] of [
      [1e6, 0],
      [-1e6, 0],
      [0, 1e6],
      [0, -1e6],
    ] as const)
      assertShowsPlan(panBy(close, dx, dy));
  });

  it('follows the drag', () => {
    const close = zoomAt(whole, { x: 300, y: 200 }, 4);
    const moved = panBy(close, 30, -20);
    assertNear(toScreen(moved, toPlan(close, { x: 100, y: 100 })), { x: 130, y: 80 });
  });

  it('shows a section as large as it fits', () => {
    const { bounds } = plan.sections[0]!;
    const view = zoomTo(whole, bounds);
    const [a, b] = [
      toScreen(view, { x: bounds.left, y: bounds.top }),
      toScreen(view, { x: bounds.right, y: bounds.bottom }),
    ];
    assert.ok(a.x >= 24 - 1e-6 && a.y >= 24 - 1e-6 && b.x <= 576 + 1e-6 && b.y <= 376 + 1e-6);
    assert.ok(view.scale > whole.scale);
  });

  it('keeps its middle when the map changes its size', () => {
    const close = zoomAt(whole, { x: 300, y: 200 }, 4);
    const view = resize(close, fit(plan, { width: 300, height: 500 }));
    assertNear(toPlan(view, { x: 150, y: 250 }), toPlan(close, { x: 300, y: 200 }));
    assert.equal(
      resize(whole, fit(plan, { width: 300, height: 500 })).scale,
      fit(plan, { width: 300, height: 500 }).scale,
    );
  });
});

describe('a flight between two views', () => {
  const from = zoomToSeat(whole, { x: 4000, y: 4200 });
  const to = zoomToSeat(whole, { x: 6400, y: 5400 });

  it('begins and ends exactly at its views', () => {
    assert.equal(flight(from, to, 0), from);
    assert.equal(flight(from, to, 1), to);
    const late = flight(from, to, 0.999999);
    assert.ok(Math.abs(late.left - to.left) < 1 && Math.abs(late.scale / to.scale - 1) < 1e-4);
  });

  it('zooms out on the way between two far seats', () => {
    assert.ok(flight(from, to, 0.5).scale < from.scale);
  });

  it('only ever comes closer when it zooms in on the spot', () => {
    const middle = toPlan(whole, { x: 300, y: 200 });
    const close = zoomToSeat(whole, middle);
    const scales = [0, 0.25, 0.5, 0.75, 1].map((t) => flight(whole, close, t).scale);
    assert.deepEqual(
      scales,
      [...scales].sort((a, b) => a - b),
    );
    assertNear(toPlan(flight(whole, close, 0.5), { x: 300, y: 200 }), middle);
  });
});
