/** Signed distance from a point to a shape's edge, the shape's middle at 0: negative inside. */
export type Distance = (x: number, y: number) => number;

/** Not Math.hypot, whose last bit may differ between engines: golden pictures allow no difference. */
const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

export function disc(r: number): Distance {
  return (x, y) => length(x, y) - r;
}

export function ring(r: number, width: number): Distance {
  return (x, y) => Math.abs(length(x, y) - r) - width / 2;
}

/** A square of half side `r` with rounded corners. */
export function box(r: number, corner: number): Distance {
  return (x, y) => {
    const [a, b] = [Math.abs(x) - r + corner, Math.abs(y) - r + corner];
    return length(Math.max(a, 0), Math.max(b, 0)) + Math.min(Math.max(a, b), 0) - corner;
  };
}

/** Round top, square foot. */
export function arch(r: number): Distance {
  const foot = box(r, r * 0.14);
  return (x, y) => (y < 0 ? length(x, y) - r : foot(x, y));
}

/** A disc whose top quarter is cut off. */
export function cut(r: number): Distance {
  return (x, y) => Math.max(length(x, y) - r, -y - r / 2);
}
