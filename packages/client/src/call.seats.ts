import { seatEndpoints } from '@s360-widgets/contract/endpoints.seats';
import { pathOf } from './path.js';
import { type AnyParts, plainRequest, type Prepared } from './request.js';
import { seatSamples } from './samples.seats.js';

/** A call about seats. */
export const prepareSeats = (name: keyof typeof seatEndpoints, parts: AnyParts): Prepared => ({
  path: pathOf(seatEndpoints[name].path, parts),
  init: plainRequest,
  sample: seatSamples[name],
});
