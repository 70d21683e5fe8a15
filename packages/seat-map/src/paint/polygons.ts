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

/**
 * Fills a polygon of plan units with smooth edges. Each edge adds the exact share of every pixel that it cuts
 * to an accumulation buffer; one sweep along the lines turns that into coverage. Costs as many steps as pixels touched.
 */
export function fillPolygon(
  target: Pixels,
  outline: Float64Array,
  view: Viewport,
  ratio: number,
  colour: Rgb,
): void {
  const scale = view.scale * ratio;
  const corners = new Float64Array(outline.length);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < outline.length; k += 2) {
    const x = (corners[k] = (outline[k]! - view.left) * scale);
    const y = (corners[k + 1] = (outline[k + 1]! - view.top) * scale);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const box = {
    left: Math.max(0, Math.floor(left)),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(target.width, Math.ceil(right)),
    bottom: Math.min(target.height, Math.ceil(bottom)),
  };
  if (box.left >= box.right || box.top >= box.bottom) return;
  const stride = box.right - box.left + 2;
  const cover = new Float32Array(stride * (box.bottom - box.top));
  for (let k = 0, j = corners.length - 2; k < corners.length; j = k, k += 2) {
    addEdge(cover, stride, box, corners[j]!, corners[j + 1]!, corners[k]!, corners[k + 1]!);
  }
  sweep(target, cover, stride, box, colour);
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Adds one edge, line of pixels by line. Parts left of the box count as lying on its left side, parts right of it as none. */
function addEdge(
  cover: Float32Array,
  stride: number,
  box: Box,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  if (y0 === y1) return;
  const sign = y0 < y1 ? 1 : -1;
  const [xa, ya, xb, yb] = sign > 0 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
  const slope = (xb - xa) / (yb - ya);
  const clampX = (x: number): number => Math.min(Math.max(x - box.left, 0), box.right - box.left);
  const end = Math.min(Math.ceil(yb), box.bottom);
  for (let line = Math.max(Math.floor(ya), box.top); line < end; line++) {
    const [from, to] = [Math.max(ya, line), Math.min(yb, line + 1)];
    if (to <= from) continue;
    const a = clampX(xa + (from - ya) * slope);
    const b = clampX(xa + (to - ya) * slope);
    addSpan(cover, (line - box.top) * stride, Math.min(a, b), Math.max(a, b), sign * (to - from));
  }
}

/** Spreads an edge's height over the pixels between two abscissas, so that a running sum gives the area right of it. */
function addSpan(cover: Float32Array, at: number, from: number, to: number, height: number): void {
  const first = Math.floor(from);
  const last = Math.ceil(to);
  if (last <= first + 1) {
    const middle = (from + to) / 2 - first;
    cover[at + first]! += height * (1 - middle);
    cover[at + first + 1]! += height * middle;
    return;
  }
  const perPixel = height / (to - from);
  let before = 0;
  for (let x = first; x < last; x++) {
    const [a, b] = [Math.max(from, x), Math.min(to, x + 1)];
    const inside = perPixel * (b - a);
    const area = inside * (x + 1 - (a + b) / 2);
    cover[at + x]! += area + before;
    before = inside - area;
  }
  cover[at + last]! += before;
}

function sweep(target: Pixels, cover: Float32Array, stride: number, box: Box, colour: Rgb): void {
  const full = opaque(colour);
  for (let line = box.top; line < box.bottom; line++) {
    let sum = 0;
    let at = (line - box.top) * stride;
    let out = line * target.width + box.left;
    for (let x = box.left; x < box.right; x++, at++, out++) {
      sum += cover[at]!;
      const share = Math.min(1, Math.abs(sum));
      if (share > 0.996) target.data[out] = full;
      else if (share > 0.004) target.data[out] = over(target.data[out]!, tinted(colour, share));
    }
  }
}

function tinted([r, g, b]: Rgb, share: number): number {
  return ((Math.round(share * 255) << 24) | ((b * share) << 16) | ((g * share) << 8) | (r * share)) >>> 0;
}
