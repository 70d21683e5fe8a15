import * as z from 'zod';
import { type EndpointContract, inLanguage, none } from './endpoint-contract.js';
import { eventEndpoints } from './endpoints.event.js';
import { programmeEndpoints } from './endpoints.programme.js';
import { purchaseEndpoints } from './endpoints.purchase.js';
import { descriptionList, eventDetail, eventList } from './event.js';
import { id } from './ids.js';
import { shop } from './shop.js';

/** What is on sale, and where. The relay has it at hand: no visitor causes a call to S-360 by asking. */
export const catalogContract = {
  getShop: {
    ...purchaseEndpoints.getShop,
    access: 'public',
    summary: 'What a checkout must know of the point of sale',
    params: none,
    query: inLanguage,
    reply: { kind: 'json', schema: shop },
    problems: ['box-office-down'],
  },
  listEvents: {
    ...programmeEndpoints.listEvents,
    access: 'public',
    summary: 'The whole season in one language',
    params: none,
    query: inLanguage,
    reply: { kind: 'json', schema: eventList },
    problems: ['box-office-down'],
  },
  listDescriptions: {
    ...eventEndpoints.listDescriptions,
    access: 'public',
    summary: 'What the events of the season are about, to search in',
    params: none,
    query: inLanguage,
    reply: { kind: 'json', schema: descriptionList },
    problems: ['box-office-down'],
  },
  getEvent: {
    ...eventEndpoints.getEvent,
    access: 'public',
    summary: 'One event with all that is needed to buy for it',
    params: z.strictObject({ eventId: id }),
    query: inLanguage,
    reply: { kind: 'json', schema: eventDetail },
    problems: ['not-found', 'box-office-down'],
  },
} as const satisfies Record<string, EndpointContract>;
