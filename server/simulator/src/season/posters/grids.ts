import { between, pick } from '../random.js';
import { circle, type Draw, n, path, range, rect } from './svg.js';

/** 4 × 5 cells of quarter discs, nested quarters, leaves, discs and empty cells, turned by quarters. */
export const arcs: Draw = (random, { shape, other, spark, light }) => {
  const colors = [shape, shape, other, spark, light];
  let drawing = '';
  for (let cell = 0; cell < 20; cell += 1) {
    const x = (cell % 4) * 100;
    const y = Math.floor(cell / 4) * 100;
    // What is left over stays empty.
    const kind = random();
    const color = pick(random, colors);
    const inner = pick(
      random,
      colors.filter((candidate) => candidate !== color),
    );
    const turned = ` transform="translate(${x} ${y})rotate(${between(random, 0, 3) * 90} 50 50)"`;
    if (kind < 0.36) drawing += path('M0 0h100A100 100 0 0 1 0 100z', color, turned);
    else if (kind < 0.56) {
      drawing +=
        path('M0 0h100A100 100 0 0 1 0 100z', color, turned) +
        path('M0 0h50A50 50 0 0 1 0 50z', inner, turned);
    } else if (kind < 0.66) drawing += path('M0 0A100 100 0 0 1 100 100A100 100 0 0 1 0 0', color, turned);
    else if (kind < 0.78) drawing += circle(x + 50, y + 50, 50, color);
    else if (kind < 0.86) drawing += rect(x, y, 100, 100, color);
  }
  return drawing;
};

/** 15 × 19 dots whose size follows a ripple from one point; crests in the spark. */
export const halftone: Draw = (random, { shape, other, spark }) => {
  const step = 400 / 15;
  const [fromX, fromY] = [range(random, 60, 340), range(random, 60, 440)];
  const length = range(random, 190, 300);
  const phase = range(random, -0.6, 0.6);
  // Dots are round caps of empty lines, one path a colour and width, which keeps the file small.
  const dots: Record<string, string> = {};
  for (let row = 0; row < 19; row += 1) {
    for (let column = 0; column < 15; column += 1) {
      const [x, y] = [(column + 0.5) * step, (row + 0.5) * step - 3];
      const height = 0.5 + 0.5 * Math.cos((Math.hypot(x - fromX, y - fromY) / length) * 2 * Math.PI + phase);
      const wide = Math.round(3 + 23 * height ** 1.3);
      const color = height > 0.72 ? spark : random() < 0.08 ? other : shape;
      const key = `stroke="${color}" stroke-width="${wide}"`;
      dots[key] = `${dots[key] ?? ''}M${Math.round(x)} ${Math.round(y)}h0`;
    }
  }
  const paths = Object.entries(dots).map(([stroke, d]) => `<path ${stroke} d="${d}"/>`);
  return `<g stroke-linecap="round">${paths.join('')}</g>`;
};

/** An arcade of two or three columns, each arch with its shadow wall; here and there a sun. */
export const arches: Draw = (random, { shape, other, spark, light }) => {
  const columns = between(random, 2, 3);
  const [w, h] = [400 / columns, 500 / columns];
  const wall = random() < 0.5 ? shape : other;
  const openings = [light, light, wall === shape ? other : shape, spark];
  const [opening, shift] = [w * 0.5, w * 0.16];
  let drawing = '';
  for (let row = 0; row < columns; row += 1) {
    const floor = (row + 1) * h - 3;
    const arch = (x: number) => {
      const top = row * h + h * 0.14 + opening / 2;
      return `M${n(x)} ${n(floor)}V${n(top)}a${n(opening / 2)} ${n(opening / 2)} 0 0 1 ${n(opening)} 0V${n(floor)}z`;
    };
    for (let column = 0; column < columns; column += 1) {
      const x = column * w + (w - opening - shift) / 2;
      const fill = pick(random, openings);
      const sun = random() < 0.2 && fill !== spark;
      drawing += path(arch(x), wall) + path(arch(x + shift), fill);
      if (sun) drawing += circle(x + shift + opening * 0.56, row * h + h * 0.5, opening * 0.28, spark);
    }
    drawing += rect(0, floor, 400, 3, wall);
  }
  return drawing;
};
