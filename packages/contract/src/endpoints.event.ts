import type { Endpoint } from './endpoints.programme.js';

/** The routes of one event, and of what all are about, for who searches. */
export const eventEndpoints = {
  getEvent: { method: 'GET', path: '/v1/events/:eventId' },
  listDescriptions: { method: 'GET', path: '/v1/descriptions' },
} as const satisfies Record<string, Endpoint>;
