import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { smallHall } from '../small-hall.fixture.js';
import { CLOSED, HELD, TAKEN } from '@s360-widgets/seat-codec';
import { fit, type Viewport } from '../viewport.js';
import type { Pixels } from './polygons.js';
import { near } from './near.js';
import { createRaster } from './raster.js';
import { createRepainter } from './repaint.js';
import type { Palette, Rgb, Scene } from './scene.js';

/** One letter a colour, for pictures that a person can read. */
const colours: Record<string, Rgb> = {
  ' ': [255, 255, 255],
  '.': [239, 239, 240],
  '#': [20, 25, 30],
  o: [122, 125, 129],
  A: [89, 32, 33],
  F: [241, 229, 184],
  e: [149, 117, 49],
  Y: [0, 88, 127],
  y: [232, 239, 243],
};

const palette: Palette = {
  raised: colours[' ']!,
  seatGround: colours['.']!,
  ink: colours['#']!,
  inkSoft: colours['#']!,
  edge: colours.o!,
  fillStrong: [233, 234, 235],
  accent: colours.Y!,
  onAccent: colours[' ']!,
  accentInk: colours.Y!,
  accentFill: colours.y!,
  prices: [
    { fill: colours.A!, text: colours[' ']! },
    { fill: colours.F!, text: colours['#']!, edge: colours.e! },
  ],
};

const plan = smallHall();

/** Every look once: sold, in a basket and closed seats, own and pending ones, special places, both prices. */
function sceneAt(viewport: Viewport, more: Partial<Scene> = {}): Scene {
  const states = new Uint8Array(plan.size);
  for (const [seat, state] of [
    [2, TAKEN],
    [9, HELD],
    [10, CLOSED],
    [40, TAKEN],
    [41, HELD],
  ] as const)
    states[seat] = state;
  const sale = { states, chosen: new Set([12, 13]), pending: new Set([14]), priceClass: [0, 1] };
  return { plan, viewport, palette, pixelRatio: 1, ...sale, ...more };
}

function at(left: number, top: number, pitch: number, width: number, height: number): Viewport {
  const whole = fit(plan, { width, height });
  return { ...whole, left, top, scale: pitch / plan.pitch };
}

function paint(scene: Scene): Pixels {
  const [width, height] = [scene.viewport.width, scene.viewport.height].map(
    (side) => side * scene.pixelRatio,
  );
  const pixels = { width: width!, height: height!, data: new Uint32Array(width! * height!) };
  createRaster().paint(pixels, scene, near.seatsInView(scene));
  return pixels;
}

/** The picture in letters, each for the nearest colour. */
function drawn({ width, data }: Pixels): string {
  const letters = Array.from(data, (pixel) => {
    const off = ([r, g, b]: Rgb): number =>
      (r - (pixel & 255)) ** 2 + (g - ((pixel >> 8) & 255)) ** 2 + (b - ((pixel >> 16) & 255)) ** 2;
    return Object.entries(colours).reduce((a, b) => (off(b[1]) < off(a[1]) ? b : a))[0];
  });
  const lines = Array.from({ length: data.length / width }, (_, y) =>
    letters.slice(y * width, (y + 1) * width).join(''),
  );
  return lines.map((line) => line.trimEnd()).join('\n');
}

/**
 * Compares with `fixtures/{name}.txt`: the letters for people, the hash for every last bit. After a wanted change,
 * `GOLDEN=write node --test` writes the file anew; look at it before you keep it.
 */
function assertGolden(name: string, pixels: Pixels): void {
  const hash = createHash('sha256').update(new Uint8Array(pixels.data.buffer)).digest('hex');
  const text = `${drawn(pixels)}\n${hash}\n`;
  const file = new URL(`../../fixtures/${name}.txt`, import.meta.url);
  if (process.env.GOLDEN === 'write') writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
}

describe('the painted plan', () => {
  it('shows the whole hall in dots', () => {
    assertGolden('dots', paint(sceneAt(at(3400, 2100, 6, 132, 128))));
  });

  it('shows every look at seat zoom', () => {
    assertGolden('seats', paint(sceneAt(at(4100, 4100, 24, 212, 64))));
  });

  it('shrinks what the price filter leaves out', () => {
    assertGolden('filtered', paint(sceneAt(at(3400, 4600, 8, 160, 40), { filtered: new Set([1]) })));
  });

  it('gives the same picture for a changed seat alone as for all of them', () => {
    const viewport = at(4100, 3900, 24, 212, 90);
    const scene = sceneAt(viewport);
    const pixels = paint(scene);
    const raster = createRepainter();
    raster.paint(pixels, scene);
    const states = scene.states.slice();
    states[17] = TAKEN;
    states[2] = 0;
    const chosen = new Set([12]);
    raster.repaint(pixels, { ...scene, states, chosen }, [2, 13, 17]);
    assert.deepEqual(pixels.data, paint({ ...scene, states, chosen }).data);
  });

  it('paints all when asked for a change after the view has moved', () => {
    const raster = createRepainter();
    const pixels = paint(sceneAt(at(4100, 4100, 24, 212, 64)));
    raster.paint(pixels, sceneAt(at(4100, 4100, 24, 212, 64)));
    const moved = sceneAt(at(4200, 4150, 24, 212, 64));
    raster.repaint(pixels, moved, [3]);
    assert.deepEqual(pixels.data, paint(moved).data);
  });

  it('leaves nothing of what the buffer held, nor touches what lies beyond the plan', () => {
    const viewport = at(-9000, -9000, 24, 20, 10);
    const pixels = paint(sceneAt(viewport));
    assert.ok(pixels.data.every((pixel) => pixel === 0xffffffff));
  });
});
