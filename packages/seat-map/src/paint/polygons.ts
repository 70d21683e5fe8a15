import type { Viewport } from '../viewport.js';
import type { Rgb } from './scene.js';

/** A picture in memory: 0xAABBGGRR a pixel, line by line (what ImageData holds, on little-endian machines). */
export interface Pixels {
  width: number;
  height: number;
  data: Uint32Array;
}

export function opaque([r, g, b]: Rgb): number {
  return ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
}

/** Lays a premultiplied pixel over an opaque one. */
export function over(under: number, pixel: number): number {
  const rest = 256 - (pixel >>> 24);
  const redBlue = (((under & 0xff00ff) * rest) >>> 8) & 0xff00ff;
  const green = (((under & 0x00ff00) * rest) >>> 8) & 0x00ff00;
  return ((pixel & 0xffffff) + redBlue + green) | 0xff000000;
}

/** Fills a closed polygon of plan units with smooth edges. */
export type Fill = (
  target: Pixels,
  outline: Float64Array,
  view: Viewport,
  ratio: number,
  colour: Rgb,
) => void;

/** Lines of pixels that are worked on at once: what fits into a processor's cache. */
const BAND = 64;

/**
 * Each edge adds the exact share of every pixel that it cuts to an accumulation buffer; a running sum along the
 * lines turns that into coverage, and stretches between edges are filled at once. The buffer is kept, and clean
 * between calls.
 */
export function createFill(): Fill {
  let buffer: Buffer = { cover: new Float32Array(0), cut: new Uint8Array(0) };
  return (target, outline, view, ratio, colour) => {
    const scale = view.scale * ratio;
    const corners = outline.map((value, k) => (value - (k & 1 ? view.top : view.left)) * scale);
    const whole = boxOf(corners, target);
    const size = (target.width + 2) * BAND;
    if (buffer.cut.length < size) buffer = { cover: new Float32Array(size), cut: new Uint8Array(size) };
    for (let top = whole.top; top < whole.bottom && whole.width > 0; top += BAND) {
      const band = { ...whole, top, bottom: Math.min(whole.bottom, top + BAND) };
      for (let k = 0, j = corners.length - 2; k < corners.length; j = k, k += 2) {
        addEdge(buffer, band, corners[j]!, corners[j + 1]!, corners[k]!, corners[k + 1]!);
      }
      for (let line = top; line < band.bottom; line++) sweepLine(target, buffer, band, line, colour);
    }
  };
}

interface Buffer {
  /** What each pixel adds to the coverage of its line. */
  cover: Float32Array;
  /** 1 where an edge cuts a pixel. Bytes, since finding the next 1 among bytes is what engines are fastest at. */
  cut: Uint8Array;
}

/** Pixels that a polygon may touch. */
interface Box {
  left: number;
  top: number;
  width: number;
  bottom: number;
}

function boxOf(corners: Float64Array, { width, height }: Pixels): Box {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let k = 0; k < corners.length; k += 2) {
    box.left = Math.min(box.left, corners[k]!);
    box.right = Math.max(box.right, corners[k]!);
    box.top = Math.min(box.top, corners[k + 1]!);
    box.bottom = Math.max(box.bottom, corners[k + 1]!);
  }
  const left = Math.max(0, Math.floor(box.left));
  return {
    left,
    top: Math.max(0, Math.floor(box.top)),
    width: Math.min(width, Math.ceil(box.right)) - left,
    bottom: Math.min(height, Math.ceil(box.bottom)),
  };
}

/** Adds one edge, line of pixels by line. What lies aside of the box counts as lying on its rim. */
function addEdge(buffer: Buffer, box: Box, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const sign = y0 < y1 ? 1 : -1;
  const slope = (x1 - x0) / (y1 - y0);
  const from = Math.max(Math.min(y0, y1) - box.top, 0);
  const to = Math.min(Math.max(y0, y1) - box.top, box.bottom - box.top);
  const origin = x0 - box.left - (y0 - box.top) * slope;
  for (let line = Math.floor(from); line < to; line++) {
    const a = Math.max(from, line);
    const b = Math.min(to, line + 1);
    const xa = Math.min(Math.max(origin + a * slope, 0), box.width);
    const xb = Math.min(Math.max(origin + b * slope, 0), box.width);
    addSpan(buffer, line * (box.width + 2), Math.min(xa, xb), Math.max(xa, xb), sign * (b - a));
  }
}

/** Spreads an edge's height over the pixels between two abscissas, so that a running sum gives the area to its right. */
function addSpan({ cover, cut }: Buffer, at: number, from: number, to: number, height: number): void {
  const first = Math.floor(from);
  let before = 0;
  for (let x = first; x < to || x === first; x++) {
    const a = Math.max(from, x);
    const b = Math.min(to, x + 1);
    const inside = to > from ? (height * (b - a)) / (to - from) : height;
    const area = inside * (x + 1 - (a + b) / 2);
    cover[at + x]! += area + before;
    cut[at + x] = 1;
    before = inside - area;
    if (b !== to) continue;
    cover[at + x + 1]! += before;
    cut[at + x + 1] = 1;
  }
}

/** Paints one line and leaves its part of the buffer clean. Between two cut pixels the coverage stays as it is. */
function sweepLine(target: Pixels, { cover, cut }: Buffer, box: Box, line: number, colour: Rgb): void {
  const at = (line - box.top) * (box.width + 2);
  const end = at + box.width;
  const out = line * target.width + box.left - at;
  cut[end] = 1;
  let sum = 0;
  for (let x = cut.indexOf(1, at); x < end; ) {
    const next = cut.indexOf(1, x + 1);
    sum += cover[x]!;
    cover[x] = cut[x] = 0;
    const share = Math.min(1, Math.abs(sum));
    if (share > 0.996) target.data.fill(opaque(colour), out + x, out + next);
    else if (share > 0.004) {
      const pixel = tinted(colour, share);
      for (let k = out + x; k < out + next; k++) target.data[k] = over(target.data[k]!, pixel);
    }
    x = next;
  }
  // A cut may spill over the right rim, by a pixel.
  cover[end] = cover[end + 1] = cut[end] = cut[end + 1] = 0;
}

function tinted([r, g, b]: Rgb, share: number): number {
  return ((Math.round(share * 255) << 24) | ((b * share) << 16) | ((g * share) << 8) | (r * share)) >>> 0;
}
