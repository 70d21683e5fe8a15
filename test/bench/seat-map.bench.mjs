/**
 * What the seat map costs in a real browser, as ratios to two floors of the same batch: one putImageData of the whole
 * map, and one drawImage of it. Absolute times differ from machine to machine; ratios hold.
 *
 *   npm run bench -- seat-map [--seats 10000,50000,100000] [--runs 5]
 *
 * Every run is a cold page. A frame is script plus forced raster: a pixel is read back, or the browser would do the work later.
 */
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    seats: { type: 'string', default: '10000,50000,100000' },
    runs: { type: 'string', default: '5' },
  },
});
const sizes = values.seats.split(',').map(Number);
const runs = Number(values.runs);

/** A venue as the relay would send it: blocks of 25 rows of 20 seats in a square, under a stage, six categories. */
function venue(seatCount) {
  const blocks = Math.ceil(seatCount / 500);
  const columns = Math.ceil(Math.sqrt(blocks));
  const at = (block) => ({
    x: 2000 + (block % columns) * 2400,
    y: 6000 + Math.floor(block / columns) * 3000,
  });
  const rows = Array.from({ length: blocks * 25 }, (_, row) => {
    const { x, y } = at(Math.floor(row / 25));
    return { x, y: y + (row % 25) * 110 };
  });
  const column = (list) => list.map((value, k) => value - (list[k - 1] ?? 0));
  const same = (value) => column(rows.map(() => value));
  return {
    name: { en: 'Bench' },
    seatCount: blocks * 500,
    pitch: 100,
    areas: [{ id: '1', name: { en: 'Stand' } }],
    sections: Array.from({ length: blocks }, (_, block) => {
      const { x, y } = at(block);
      return {
        area: 0,
        name: { en: String(block + 1) },
        rows: 25,
        outline: [x - 60, y - 60, 2020, 0, 0, 2760, -2020, 0],
      };
    }),
    rows: rows.map((_, row) => String((row % 25) + 1)),
    runs: {
      seats: same(20),
      x: column(rows.map(({ x }) => x)),
      y: column(rows.map(({ y }) => y)),
      dx: same(1900),
      dy: same(0),
      bulge: same(120),
      first: same(1),
      step: [1, rows.length],
      joined: [],
      loose: [],
    },
    ids: [10229400000001, 1, 1, blocks * 500 - 1],
    numbers: [],
    categories: ['1', '2', '3', '4', '5', '6'],
    category: Array.from({ length: blocks }, (_, block) => [block % 6, 500]).flat(),
    marks: { restricted: [40, 10], wheelchair: [100, 2], companion: [102, 2] },
    decor: [{ kind: 'stage', name: { en: 'Stage' }, outline: [4000, 2000, 8000, 0, 0, 2000, -8000, 0] }],
    zones: [],
  };
}

/** Runs in the page. Names of the measures are those of the table below. */
function measure({ wire, zoomPitch }) {
  const width = 1200;
  const height = 800;
  const result = {};
  const surface = () => {
    const canvas = document.body.appendChild(document.createElement('canvas'));
    Object.assign(canvas, { width, height });
    return canvas.getContext('2d');
  };
  const timed = (name, target, work) => {
    const began = performance.now();
    work();
    target?.getImageData(0, 0, 1, 1);
    result[name] = performance.now() - began;
  };
  const median = (name, target, work) => {
    const times = Array.from({ length: 9 }, (_, k) => {
      timed(name, target, () => work(k));
      return result[name];
    });
    result[name] = times.sort((a, b) => a - b)[4];
  };
  const floor = surface();
  timed('putFirst', floor, () => {
    const image = floor.createImageData(width, height);
    new Uint32Array(image.data.buffer).fill(0xff336699);
    floor.putImageData(image, 0, 0);
  });
  const picture = surface();
  picture.fillRect(0, 0, width, height);
  median('draw', floor, () =>
    floor.drawImage(picture.canvas, 0, 0, width, height, 3, 2, width + 7, height + 5),
  );

  const map = globalThis.seatMap;
  const colour = (n) => [(n * 67) % 256, (n * 131) % 256, (n * 29) % 256];
  const names = 'raised seatGround ink inkSoft edge fillStrong accent onAccent accentInk accentFill'.split(
    ' ',
  );
  const palette = Object.fromEntries(names.map((name, n) => [name, colour(n + 1)]));
  palette.prices = [0, 1, 2, 3, 4, 5].map((n) => ({
    fill: colour(n),
    text: colour(9),
    edge: n > 2 ? colour(8) : undefined,
  }));
  let plan;
  timed('decode', undefined, () => {
    plan = map.decodePlan(wire);
  });
  const grid = map.gridOf(plan);
  const states = Uint8Array.from({ length: plan.size }, (_, seat) => ((seat * 7919) % 10 > 6 ? 1 : 0));
  const whole = map.fit(plan, { width, height });
  const scene = { plan, states, viewport: whole, palette, pixelRatio: 1, priceClass: [0, 1, 2, 3, 4, 5] };

  // Every seat a disc, as the reference measurements had it.
  const seats = surface();
  const raster = map.createRaster();
  let image;
  const frame = (viewport) => {
    image ??= seats.createImageData(width, height);
    raster.paint({ width, height, data: new Uint32Array(image.data.buffer) }, { ...scene, viewport });
    seats.putImageData(image, 0, 0);
  };
  timed('discsFirst', seats, () => frame(whole));
  median('discs', seats, (k) => frame({ ...whole, left: whole.left + k }));

  // What a visitor gets: large halls in blocks.
  const shown = surface();
  const painter = map.createPainter();
  timed('mapFirst', shown, () => painter.paint(shown, scene));
  median('map', shown, (k) =>
    painter.paint(shown, { ...scene, viewport: { ...whole, left: whole.left + k } }),
  );
  const middle = { x: plan.x[plan.size >> 1], y: plan.y[plan.size >> 1] };
  const near = map.zoomToSeat(whole, middle);
  const zoomed = { ...near, scale: zoomPitch / plan.pitch };
  painter.paint(shown, { ...scene, viewport: zoomed }, map.near);
  median('zoom', shown, (k) =>
    painter.paint(shown, { ...scene, viewport: { ...zoomed, left: zoomed.left + k * 5 } }, map.near),
  );

  // A recolouring of 1 % of the seats, at a scale where seats are dots.
  const dots = { ...scene, viewport: { ...near, scale: 8 / plan.pitch } };
  const data = new Uint32Array(width * height);
  const repainter = map.createRepainter();
  repainter.paint({ width, height, data }, dots);
  const changed = Array.from({ length: plan.size / 100 }, (_, k) => k * 100);
  repainter.repaint({ width, height, data }, dots, changed);
  median('recolour', undefined, () => repainter.repaint({ width, height, data }, dots, changed));

  timed('index', undefined, () => grid.seatAt(0, 0, 1));
  median('hits', undefined, (k) => {
    const { left, right, top, bottom } = plan.bounds;
    for (let n = 0; n < 10_000; n++) {
      grid.seatAt(
        left + (((n * 7919 + k) % 10007) / 10007) * (right - left),
        top + (n / 10_000) * (bottom - top),
        50,
      );
    }
  });
  result.nodes = document.querySelectorAll('*').length;
  return result;
}

const bundle = await build({
  entryPoints: ['packages/seat-map/src/index.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'seatMap',
  write: false,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

/** One cold page. */
async function run(wire) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  await page.addScriptTag({ content: bundle.outputFiles[0].text });
  const result = await page.evaluate(measure, { wire, zoomPitch: 36 });
  await context.close();
  return result;
}

const middleOf = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Measure, what it is held against, and the target of docs: at most this ratio, or this many ms. */
const table = [
  ['first frame, every seat a disc', 'discsFirst', 'putFirst', '≤ 3 at 50,000'],
  ['first frame of the map', 'mapFirst', 'putFirst', '≤ 3'],
  ['whole-venue frame, every seat a disc', 'discs', 'draw', '≤ 1.1 at 50,000'],
  ['whole-venue frame of the map', 'map', 'draw', '≤ 1.1'],
  ['seat-zoom frame', 'zoom', 'draw', '≤ 1, at any size'],
  ['recolour 1 %, script', 'recolour', undefined, '≤ 0.1 ms at 50,000'],
  ['10,000 hits', 'hits', undefined, '≤ 1 ms'],
  ['decode', 'decode', undefined, '≤ 15 ms at 60,000'],
];

for (const size of sizes) {
  const wire = venue(size);
  const results = [];
  for (let k = 0; k < runs; k++) results.push(await run(wire));
  const of = (name) => middleOf(results.map((result) => result[name]));
  console.log(`\n${size.toLocaleString('en')} seats, medians of ${runs} cold pages`);
  console.log(
    `  floors: first putImageData ${of('putFirst').toFixed(1)} ms, drawImage ${of('draw').toFixed(2)} ms`,
  );
  for (const [label, name, floor, target] of table) {
    const ms = of(name);
    const ratio = floor ? `${(ms / of(floor)).toFixed(2)} ×` : '';
    console.log(
      `  ${label.padEnd(38)} ${ms.toFixed(2).padStart(8)} ms  ${ratio.padStart(8)}   target ${target}`,
    );
  }
}
await browser.close();
