import { pick } from '../random.js';
import { circle, type Draw, n, path, type Point, range, rect, smooth } from './svg.js';

/** Vertical bands of uneven width that bend towards one point, and a disc there. */
export const curtain: Draw = (random, { ground, shape, other, spark, light }) => {
  const [pointX, pointY] = [range(random, 120, 290), range(random, 330, 390)];
  const pull = range(random, 0.3, 0.5);
  // The nearer a band's edge is to the point's height, the more it is drawn to the point.
  const edge = (x: number): Point[] =>
    Array.from({ length: 8 }, (_, step): Point => {
      const y = (step - 0.5) * 84;
      return [Math.round(x + (pointX - x) * pull * Math.exp(-(((y - pointY) / 210) ** 2))), y];
    });
  const colors = [shape, ground, other, ground, spark, ground, shape];
  let drawing = '';
  let before = '';
  // Begun far outside, since the bands at the edge are drawn in as well.
  for (let x = -320; x < 720; ) {
    const next = x + range(random, 12, 44);
    const color = pick(
      random,
      colors.filter((candidate) => candidate !== before),
    );
    before = color;
    if (color !== ground) drawing += path(`${smooth(edge(x))}${smooth(edge(next).reverse(), 'L')}z`, color);
    x = next;
  }
  return drawing + circle(pointX, pointY, range(random, 42, 60), light);
};

/** Nine filled sine layers with a thin seam of ground, and one disc behind them. */
export const waves: Draw = (random, { ground, shape, other, spark, light }) => {
  const colors = [shape, other, light];
  const r = range(random, 62, 96);
  let drawing = circle(range(random, 90, 310), range(random, 100, 160), r, spark);
  const start = Math.floor(random() * 3);
  for (let layer = 0; layer < 9; layer += 1) {
    const y = 205 + layer * 36;
    const amplitude = range(random, 12, 30);
    const phase = range(random, 0, 2 * Math.PI);
    const length = range(random, 300, 480);
    const top = Array.from({ length: 11 }, (_, step): Point => {
      const x = -40 + step * 48;
      return [x, y + amplitude * Math.sin((x / length) * 2 * Math.PI + phase)];
    });
    // The stroke is the seam: it shows the ground between two layers.
    const color = colors[(start + layer) % 3] as string;
    drawing += path(`${smooth(top)}V520H-40z`, color, ` stroke="${ground}" stroke-width="3"`);
  }
  return drawing;
};

/** A disc, a hill, the horizon, and reflection bars that widen downwards. */
export const horizon: Draw = (random, { shape, other, spark, light }) => {
  const level = range(random, 295, 325);
  const [x, r] = [range(random, 150, 280), range(random, 100, 140)];
  const sun = random() < 0.5 ? spark : light;
  const sea = random() < 0.5 ? shape : other;
  const hill = sea === shape ? other : shape;
  const peak = x + range(random, -120, -30);
  const left = peak - range(random, 90, 150);
  const right = peak + range(random, 80, 130);
  let drawing =
    circle(x, level - r * 0.72, r, sun) +
    path(
      `M${n(left)} ${n(level)}L${n(peak)} ${n(level - range(random, 80, 130))}L${n(right)} ${n(level)}z`,
      hill,
    );
  drawing += rect(0, level, 400, 500 - level, sea);
  for (let bar = 0; bar < 7; bar += 1) {
    const w = range(random, 60, 110) + 60 * Math.sin((bar / 6) * Math.PI);
    const y = level + 14 + bar * 12 + bar * bar * 2.3;
    drawing += rect(
      x - w / 2 + range(random, -34, 34),
      y,
      w,
      3 + bar * 1.3,
      pick(random, [sun, sun, light, spark]),
    );
  }
  return drawing;
};
