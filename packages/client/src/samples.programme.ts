import type { Reply } from '@s360-widgets/contract';
import type { Sample } from './shape.js';

const currency = { code: '', digits: 0 } as const;
const named = [{ id: '', name: '' }] as const;
const sale = { id: '', saleState: '', availability: '' } as const;

/** What a page of events alone reads; the other replies' samples come with those who ask for them. */
export const programmeSample: Sample<Reply<'listEvents'>> = {
  asOf: '',
  stale: false,
  timeZone: '',
  currency,
  venues: named,
  topics: named,
  seasons: named,
  events: [{ ...sale, code: '', kind: '', title: '', performances: [{ ...sale, startAt: '' }] }],
};
