import { eventEndpoints } from '@s360-widgets/contract/endpoints.event';
import { plainRequest, type Prepared } from './request.js';
import { eventSample } from './samples.event.js';

/** A call about one event. */
export const prepareEvent = (): Prepared => ({
  endpoint: eventEndpoints.getEvent,
  init: plainRequest,
  sample: eventSample,
});
