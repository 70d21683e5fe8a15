/** Purchases over HTTP, as the kit makes them: one ticket each, paid by card. */
import { createClient } from '@s360-widgets/client';

const query = { lang: 'en' };
const contact = { email: 'elena@example.org', firstName: 'Elena', lastName: 'Marchetti', countryCode: 'CH' };
const card = { number: '4111111111111111', expiry: '12/30', cvc: '123', name: 'Elena Marchetti' };

/** Tickets that anybody may buy, each in one click: the best free seat of a category, over all performances in turn. */
export async function ticketsOf(relay) {
  const client = createClient({ relay, fetch });
  const { events } = await client.call('listEvents', { query });
  const tickets = [];
  for (const { id, kind, saleState } of events) {
    if (kind !== 'event' || saleState !== 'on-sale') continue;
    const { performances, tariffs } = await client.call('getEvent', { params: { eventId: id }, query });
    const open = tariffs.filter((tariff) => !tariff.membersOnly && tariff.requiresTariffIds.length === 0);
    for (const performance of performances) tickets.push(...ticketsIn(performance, open));
  }
  return tickets;
}

function ticketsIn({ id: performanceId, saleState, seatCategories }, open) {
  if (saleState !== 'on-sale') return [];
  return seatCategories.flatMap(({ id: seatCategoryId, availability, prices }) => {
    const price = prices.find(({ tariffId }) => open.some(({ id }) => id === tariffId));
    if (availability !== 'good' || !price?.amountMinor) return [];
    const tariffs = [{ tariffId: price.tariffId, quantity: 1 }];
    return [{ kind: 'best-seats', performanceId, seatCategoryId, tariffs }];
  });
}

/** From the first click to the paid order. @throws Error where it is not paid in the end */
export async function buy(item, { relay, simulator }) {
  const client = createClient({ relay, fetch });
  const key = () => crypto.randomUUID();
  const { token } = await client.call('openCart', { query, body: { items: [item] }, key: key() });
  const given = { token, query };
  await client.call('saveContact', { ...given, body: { contact } });
  const { shipmentModes } = await client.call('listShipmentModes', {
    token,
    query: { ...query, countryCode: contact.countryCode },
  });
  const mode = shipmentModes.find(({ addressNeeded }) => !addressNeeded);
  const { total } = await client.call('chooseShipment', { ...given, body: { shipmentModeId: mode.id } });
  const wish = { totalMinor: total.amountMinor, termsAccepted: true, returnUrl: 'http://localhost/done' };
  const { handOver } = await client.call('startPayment', { ...given, body: wish, key: key() });
  const transaction = handOver.settings.transactionId;
  await fetch(`${simulator}/epc/pay`, { method: 'POST', body: JSON.stringify({ transaction, ...card }) });
  const { status } = await client.call('reportPayment', {
    ...given,
    body: { reported: 'success' },
    key: key(),
  });
  if (status !== 'paid') throw new Error(`a purchase ended as ${status}`);
}
