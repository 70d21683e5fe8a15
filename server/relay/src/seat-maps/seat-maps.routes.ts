import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { SeatMaps } from './seat-maps.adapter.js';

/** Seat maps over HTTP: a plan once for ever, its states as often as a visitor looks. */
export function seatMapRoutes(seatMaps: SeatMaps): BoundEndpoint[] {
  return [
    endpoint('getSeatPlan', ({ params }) => seatMaps.plan(params.planHash)),
    endpoint('getSeatMap', ({ params, query }) => seatMaps.map(params.performanceId, query.lang)),
    endpoint('getSeatStates', ({ params, query }) =>
      seatMaps.states(params.performanceId, query.since === undefined ? undefined : Number(query.since)),
    ),
  ];
}
