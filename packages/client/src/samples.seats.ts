import type { Reply } from '@s360-widgets/contract';
import type { seatEndpoints } from '@s360-widgets/contract/endpoints.seats';
import type { Sample } from './shape.js';

const sale = { saleState: '', availability: '' } as const;
const prices = [{ tariffId: '', amountMinor: 0 }] as const;
const seatCategories = [{ id: '', name: '', availability: '', prices }] as const;
const tariffs = [{ id: '', name: '', kind: '', requiresTariffIds: [''] }] as const;
const states = { planHash: '', version: 0, changes: [] } as const;

/** What is read of seats: their plan, their prices, their states. */
export const seatSamples: { readonly [Name in keyof typeof seatEndpoints]: Sample<Reply<Name>> } = {
  getSeatPlan: {
    seatCount: 0,
    pitch: 0,
    areas: [{ id: '', name: {} }],
    sections: [{ area: 0, rows: 0, outline: [] }],
    rows: [''],
    runs: { seats: [], x: [], y: [], dx: [], dy: [], bulge: [], first: [], step: [], joined: [], loose: [] },
    ids: [],
    numbers: [],
    categories: [''],
    category: [],
    marks: { restricted: [], wheelchair: [], companion: [] },
    decor: [{ kind: '', outline: [] }],
    zones: [{ areaId: '', outline: [] }],
  },
  getSeatMap: {
    ...sale,
    performanceId: '',
    title: '',
    startAt: '',
    timeZone: '',
    planHash: '',
    maxTickets: 0,
    seatCategories,
    tariffs,
    states,
  },
  getSeatStates: states,
};
