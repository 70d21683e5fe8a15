import { eventEndpoints } from '@s360-widgets/contract/endpoints.event';
import { pathOf } from './path.js';
import { type AnyParts, plainRequest, type Prepared } from './request.js';
import { eventSamples } from './samples.event.js';

/** A call about one event, or for what all are about. */
export const prepareEvent = (name: keyof typeof eventEndpoints, parts: AnyParts): Prepared => ({
  path: pathOf(eventEndpoints[name].path, parts),
  init: plainRequest,
  sample: eventSamples[name],
});
