import type { Endpoint } from './endpoints.programme.js';

/** The route of one event. */
export const eventEndpoints = {
  getEvent: { method: 'GET', path: '/v1/events/:eventId' },
} as const satisfies Record<string, Endpoint>;
