import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineWith, orderWith, ticketWith } from '../order/order.trial.js';
import { toSold } from './orders.mapping.js';
import { toTickets, type TicketContext } from './orders.view.js';

const seat = (id: string, barcode?: string) => ticketWith({ id, priceMinor: 0, ...(barcode && { barcode }) });
const evening = (performanceId: string, startAt: string, id: string, barcode?: string) => ({
  ...lineWith([seat(id, barcode)]),
  ...{ id: `p${performanceId}`, performanceId, startAt, title: `Opera ${performanceId}` },
});
const seasonTicket = (barcodes: readonly [string?, string?] = []) => ({
  ...lineWith([ticketWith({ id: '200', seat: null, priceMinor: 8_000 })]),
  ...{ id: 'i31p7p8', kind: 'season-ticket' as const, performanceId: null, itemId: '31', startAt: null },
  ...{ title: 'Grand subscription', name: 'Two evenings' },
  included: [
    evening('7', '2026-12-12T19:00:00Z', '201', barcodes[0]),
    evening('8', '2027-01-12T19:00:00Z', '202', barcodes[1]),
  ],
});

const context: TicketContext = {
  catalog: { placeOf: () => undefined, tariff: () => undefined, theme: () => undefined },
  language: 'en',
  codeOf: () => null,
};

test('a season ticket lets in with the tickets of its evenings, which say what they are a part of', () => {
  const order = { ...orderWith({ lines: [seasonTicket()] }), fees: [] };
  const tickets = toTickets(order, [], context);
  assert.deepEqual(
    tickets.map(({ id, kind, title, performanceId, partOf: whole }) => [
      id,
      kind,
      title,
      performanceId,
      whole,
    ]),
    [
      ['201', 'event', 'Opera 7', '7', 'Grand subscription'],
      ['202', 'event', 'Opera 8', '8', 'Grand subscription'],
    ],
  );
});

test('its codes stand in the order once all of its evenings have one, whatever the ticket itself has', () => {
  assert.equal(toSold(orderWith({ lines: [seasonTicket(['5551'])] })), undefined);
  assert.deepEqual(
    toSold(orderWith({ lines: [seasonTicket(['5551', '5552'])] }))?.map(({ movementId }) => movementId),
    ['201', '202'],
  );
});

test('a guided visit is told with its language and theme, in the language of the answer', () => {
  const visit = {
    ...lineWith([ticketWith({ id: '201', seat: null })]),
    ...{ id: 'i31t7lfrh41', kind: 'pass' as const, performanceId: null, itemId: '31', timeslotId: '7' },
    tour: { languageCode: 'fr', themeId: '41', themeName: 'Highlights' },
  };
  const order = { ...orderWith({ lines: [visit] }), fees: [] };
  const told = (catalog: TicketContext['catalog'], language: string) =>
    toTickets(order, [], { ...context, catalog, language })[0]?.tour;
  assert.deepEqual(told(context.catalog, 'en'), {
    ...{ languageCode: 'fr', languageName: 'French' },
    ...{ themeId: '41', themeName: 'Highlights' },
  });
  const catalog = { ...context.catalog, theme: () => 'Meisterwerke' };
  assert.deepEqual(told(catalog, 'de'), {
    ...{ languageCode: 'fr', languageName: 'Französisch' },
    ...{ themeId: '41', themeName: 'Meisterwerke' },
  });
});
