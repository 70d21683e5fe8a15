import * as z from 'zod';
import { boxOfficeProblems, type EndpointContract, inLanguage, none } from './endpoint-contract.js';
import { seatEndpoints } from './endpoints.seats.js';
import { id } from './ids.js';
import { seatMap, seatStates } from './seat-map.js';
import { seatPlan } from './seat-plan.js';

const ofPerformance = z.strictObject({ performanceId: id });
/** The `version` of the states that the caller has. */
const since = z
  .string()
  .regex(/^[0-9]{1,15}$/)
  .optional();

/** The seats of a hall, and what is free. */
export const seatsContract = {
  getSeatPlan: {
    ...seatEndpoints.getSeatPlan,
    access: 'public',
    summary: 'Where the seats of a hall stand; it never changes for its hash',
    params: z.strictObject({ planHash: z.string().regex(/^[0-9a-f]{16,64}$/) }),
    query: none,
    reply: { kind: 'json', schema: seatPlan },
    problems: ['not-found'],
  },
  getSeatMap: {
    ...seatEndpoints.getSeatMap,
    access: 'public',
    summary: 'The seats of a performance: prices, states, and the hash of their plan',
    params: ofPerformance,
    query: inLanguage,
    reply: { kind: 'json', schema: seatMap },
    problems: ['not-found', ...boxOfficeProblems],
  },
  getSeatStates: {
    ...seatEndpoints.getSeatStates,
    access: 'public',
    summary: 'What is free in a performance, or what has changed since a version',
    params: ofPerformance,
    query: z.strictObject({ since }),
    reply: { kind: 'json', schema: seatStates },
    problems: ['not-found', ...boxOfficeProblems],
  },
} as const satisfies Record<string, EndpointContract>;
