import { pick, type Random } from '../random.js';
import { circle, type Draw, n, path, type Point, range, rect, smooth } from './svg.js';

/** Twelve rays from a point, alternate ones empty, and two discs at the hub. */
export const folds: Draw = (random, { ground, shape, other, spark, light }) => {
  const [x, y] = [range(random, 150, 250), range(random, 200, 310)];
  const turn = range(random, 0, 30);
  const colors = [spark, light, other, shape, light, shape];
  // Far enough to leave the picture from any hub.
  const far = (angle: number) => `${n(x + 700 * Math.cos(angle))} ${n(y + 700 * Math.sin(angle))}`;
  const angles = Array.from(
    { length: 12 },
    (_, ray) => ((ray * 30 + turn + range(random, -7, 7)) * Math.PI) / 180,
  );
  const start = Math.floor(random() * 6);
  let drawing = '';
  for (let ray = 0; ray < 12; ray += 2) {
    const color = colors[(start + ray / 2) % 6] as string;
    drawing += path(`M${n(x)} ${n(y)}L${far(angles[ray] ?? 0)}L${far(angles[ray + 1] ?? 0)}z`, color);
  }
  const hub = range(random, 56, 84);
  return drawing + circle(x, y, hub, random() < 0.5 ? ground : other) + circle(x, y, hub * 0.48, light);
};

/**
 * A leaf: a stem that curves, and pairs of lobes that shrink towards its tip. It grows upwards from its foot at x, y;
 * `lean` turns it clockwise in degrees, `bend` is the stem's bow as a share of its length.
 */
function leaf(x: number, y: number, length: number, lean: number, bend: number, color: string): string {
  const pairs = 6;
  const along = (t: number): Point => [bend * Math.sin(t * Math.PI) * length, -t * length];
  let d = '';
  const lobe = (t: number, side: number, size: number) => {
    const [px, py] = along(t);
    const angle = ((side * (62 - t * 30) - 90) * Math.PI) / 180;
    const [tipX, tipY] = [px + size * Math.cos(angle), py + size * Math.sin(angle)];
    // Fuller on the side that faces the tip, so that the lobe seems to reach upwards.
    const [upX, upY] = [side * Math.sin(angle) * size * 0.52, -side * Math.cos(angle) * size * 0.52];
    const [middleX, middleY] = [px + (tipX - px) * 0.62, py + (tipY - py) * 0.62];
    d += `M${n(px)} ${n(py)}Q${n(middleX + upX)} ${n(middleY + upY)} ${n(tipX)} ${n(tipY)}`;
    d += `Q${n(middleX - upX * 0.62)} ${n(middleY - upY * 0.62)} ${n(px)} ${n(py)}z`;
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    const t = 0.2 + (pair / pairs) * 0.8;
    const size = length * (0.24 + 0.14 * Math.sin((pair / (pairs - 1)) * Math.PI)) * (1 - pair * 0.03);
    lobe(t, 1, size);
    lobe(t, -1, size);
  }
  const stem = smooth([0, 0.25, 0.5, 0.75, 1].map((t) => along(t)));
  const turned = ` transform="translate(${n(x)} ${n(y)})rotate(${n(lean)})"`;
  return (
    `<g fill="${color}"${turned}><path d="${d}"/><path d="${stem}" fill="none" stroke="${color}"` +
    ` stroke-width="${n(length * 0.035)}" stroke-linecap="round"/></g>`
  );
}

/** Two rectangles and four leaves of paired lobes. */
export const cutout: Draw = (random, { ground, shape, other, spark, light }) => {
  const [right, down] = [range(random, 170, 240), range(random, 190, 270)];
  const [left, top] = [range(random, 190, 250), range(random, 230, 320)];
  const big = random() < 0.5 ? shape : spark;
  return [
    rect(0, 0, right, down, light),
    rect(left, top, 400 - left, 500 - top, other),
    leaf(range(random, 110, 150), down + range(random, 40, 80), 250, range(random, -14, 6), 0.05, shape),
    leaf(range(random, 265, 290), range(random, 165, 195), 130, range(random, 26, 50), 0.04, big),
    leaf(range(random, 105, 130), range(random, 455, 475), 125, range(random, -34, -10), 0.05, spark),
    leaf(range(random, 270, 300), 492, 235, range(random, 4, 20), -0.06, ground),
  ].join('');
};

/** Eleven curved lines, every fifth heavier, and nine beads of five sizes. */
export const score: Draw = (random, { shape, other, spark, light }) => {
  const [base, gap] = [range(random, 170, 220), range(random, 11, 15)];
  const [rise, phase, length] = [range(random, 18, 34), range(random, 0, 6.3), range(random, 380, 520)];
  const y = (line: number, x: number) =>
    base + line * gap + rise * (1 + line * 0.03) * Math.sin((x / length) * 2 * Math.PI + phase);
  let drawing = '';
  for (let line = 0; line < 11; line += 1) {
    const heavy = line % 5 === 0;
    const points = Array.from({ length: 12 }, (_, step): Point => [step * 40 - 20, y(line, step * 40 - 20)]);
    drawing += `<path d="${smooth(points)}" fill="none" stroke="${heavy ? spark : shape}" stroke-width="${heavy ? 4 : 1.8}"/>`;
  }
  return drawing + beads(random, [light, spark, shape, other, light], y);
};

/** A large bead near the left edge, the others spread to the right. */
function beads(random: Random, colors: string[], y: (line: number, x: number) => number): string {
  const sizes = [42, 18, 34, 9, 24, 13, 18, 9, 13];
  return sizes
    .map((r, bead) => {
      const x = 70 + bead * 36 + range(random, -26, 26);
      return circle(x, y(Math.floor(random() * 11), x), r, colors[bead % colors.length] as string);
    })
    .join('');
}

/** Turned stripes, centre line, circle and boxes, and one ball. */
export const pitch: Draw = (random, { shape, other, spark, light }) => {
  const lean = pick(random, [-1, 1]) * range(random, 7, 15);
  const stripe = random() < 0.5 ? shape : other;
  let drawing = '';
  for (let band = -2; band < 8; band += 2) drawing += rect(-150, band * 74, 700, 74, stripe);
  const [y, r] = [range(random, 230, 280), 112];
  const lines = `M-150 ${n(y)}H550M105 -60V20H295V-60M105 560V480H295V560`;
  const ring = `<circle cx="200" cy="${n(y)}" r="${r}"/>`;
  drawing += `<g fill="none" stroke="${light}" stroke-width="6"><path d="${lines}"/>${ring}</g>`;
  drawing += circle(200, y, 9, light);
  const angle = range(random, 0, 2 * Math.PI);
  const ball = circle(200 + Math.cos(angle) * 80, 250 + Math.sin(angle) * 80, range(random, 46, 60), spark);
  return `<g transform="rotate(${n(lean)} 200 250)">${drawing}</g>${ball}`;
};
