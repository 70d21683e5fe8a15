import type { Reply } from '@s360-widgets/contract';
import type { eventEndpoints } from '@s360-widgets/contract/endpoints.event';
import type { Sample } from './shape.js';

const currency = { code: '', digits: 0 } as const;
const sale = { saleState: '', availability: '' } as const;
const prices = [{ tariffId: '', amountMinor: 0 }] as const;
const seatCategories = [{ id: '', name: '', availability: '', prices }] as const;
const tariffs = [{ id: '', name: '', kind: '', requiresTariffIds: [''] }] as const;
const clock = { asOf: '', stale: false, timeZone: '', currency } as const;
const event = { ...sale, id: '', code: '', kind: '', title: '' } as const;

const detail: Sample<Reply<'getEvent'>> = {
  ...clock,
  ...event,
  description: [],
  performances: [{ ...sale, id: '', startAt: '', seatCategories }],
  items: [{ ...sale, id: '', name: '', prices, timeslots: [{ ...sale, id: '', startAt: '' }] }],
  tariffs,
};

/** What is read of an event, and of what all are about. */
export const eventSamples: { readonly [Name in keyof typeof eventEndpoints]: Sample<Reply<Name>> } = {
  getEvent: detail,
  listDescriptions: { descriptions: [{ eventId: '', text: '' }] },
};
