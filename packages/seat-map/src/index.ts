/**
 * The seat map without its page: what stands where, what is under a point, who is the neighbour, what is seen,
 * and how it is painted. Pure; knows no element, no network and no language.
 */
export { type BestOptions, bestSeats } from './best.js';
export { type Grid, gridOf } from './grid.js';
export { flight } from './flight.js';
export { loneSeats } from './lone.js';
export { isBeside } from './beside.js';
export { type Direction, neighbour, nextSeat } from './neighbours.js';
export { type BlockState, blockState } from './paint/blocks.js';
export { createPainter, type Painter } from './paint/painter.js';
export { type Near, near } from './paint/near.js';
export { createRaster, type Raster } from './paint/raster.js';
export { createRepainter, type Repainter } from './paint/repaint.js';
export type { Pixels } from './paint/polygons.js';
export {
  type Detail,
  detailOf,
  nameIn,
  type Palette,
  type PriceColour,
  type Rgb,
  type Scene,
} from './paint/scene.js';
export {
  type Area,
  COMPANION,
  decodePlan,
  isAccessible,
  type Plan,
  RESTRICTED,
  type Section,
  WHEELCHAIR,
} from './plan.js';
export { holds, type Point, type Rect, type Shape } from './shape.js';
export { applyChanges, CLOSED, FREE, HELD, packStates, TAKEN, unpackStates } from '@s360-widgets/seat-codec';
export {
  clamp,
  fit,
  type FitOptions,
  type Limits,
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
export type { Names, PlanColumns } from '@s360-widgets/seat-codec';
