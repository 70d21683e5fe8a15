import type { Endpoint } from './endpoints.programme.js';

/** The routes of a performance's seats. */
export const seatEndpoints = {
  getSeatPlan: { method: 'GET', path: '/v1/seat-plans/:planHash' },
  getSeatMap: { method: 'GET', path: '/v1/performances/:performanceId/seat-map' },
  getSeatStates: { method: 'GET', path: '/v1/performances/:performanceId/seat-states' },
} as const satisfies Record<string, Endpoint>;
