import { searchEndpoints } from '@s360-widgets/contract/endpoints.search';
import { pathOf } from './path.js';
import { type AnyParts, plainRequest, type Prepared } from './request.js';

/** A call for what is searched in. */
export const prepareSearch = (parts: AnyParts): Prepared => ({
  path: pathOf(searchEndpoints.listDescriptions.path, parts),
  init: plainRequest,
  sample: { descriptions: [{ eventId: '', text: '' }] },
});
