import { readFileSync } from 'node:fs';
import { decodePlan, type Plan } from './plan.js';
import type { WirePlan } from './wire.js';

/**
 * The hall of `test/plans/small-hall.ts` as the relay's importer encodes it: 64 seats in seven rows. Seats 0–7 are row A of the stalls
 * with an aisle behind seat 3, 8–15 row B, 16–23 row C with a companion's seat and a wheelchair space at its end; then
 * the circle: 24–37 row A and 38–52 row B on arcs, 53–57 row C, 58–63 a crooked row D.
 */
export function smallHallWire(): WirePlan {
  return JSON.parse(
    readFileSync(new URL('../fixtures/small-hall.json', import.meta.url), 'utf8'),
  ) as WirePlan;
}

export function smallHall(): Plan {
  return decodePlan(smallHallWire());
}
