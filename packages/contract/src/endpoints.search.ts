import type { Endpoint } from './endpoints.programme.js';

/** The route that only who searches the programme calls. */
export const searchEndpoints = {
  listDescriptions: { method: 'GET', path: '/v1/descriptions' },
} as const satisfies Record<string, Endpoint>;
