import { eventEndpoints } from '@s360-widgets/contract/endpoints.event';
import { pathOf } from './path.js';
import { type AnyParts, plainRequest, type Prepared } from './request.js';
import { eventSample } from './samples.event.js';

/** A call about one event. */
export const prepareEvent = (parts: AnyParts): Prepared => ({
  path: pathOf(eventEndpoints.getEvent.path, parts),
  init: plainRequest,
  sample: eventSample,
});
