/** Every route of the relay, in one table. Data and types only: browsers load this file, the schemas stay on the server (`contract.ts`). */
import type { Replies, Requests } from './contract.js';
import { accountEndpoints } from './endpoints.account.js';
import { eventEndpoints } from './endpoints.event.js';
import { type Endpoint, programmeEndpoints } from './endpoints.programme.js';
import { purchaseEndpoints } from './endpoints.purchase.js';
import { seatEndpoints } from './endpoints.seats.js';

export { type Access, type Endpoint, programmeEndpoints } from './endpoints.programme.js';

export const endpoints = {
  ...programmeEndpoints,
  ...eventEndpoints,
  ...seatEndpoints,
  ...purchaseEndpoints,
  ...accountEndpoints,
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;

/** What each endpoint takes: path parameters, query and body. */
export type Request<Name extends EndpointName> = Requests[Name];
export type Reply<Name extends EndpointName> = Replies[Name];
