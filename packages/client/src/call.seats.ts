import { seatEndpoints } from '@s360-widgets/contract/endpoints.seats';
import { plainRequest, type Prepared } from './request.js';
import { seatSamples } from './samples.seats.js';

/** A call about seats. */
export const prepareSeats = (name: keyof typeof seatEndpoints): Prepared => ({
  endpoint: seatEndpoints[name],
  init: plainRequest,
  sample: seatSamples[name],
});
