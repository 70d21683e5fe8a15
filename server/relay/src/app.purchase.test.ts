import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import type { Cart, OpenedCart, PaymentOutcome, Problem } from '@s360-widgets/contract';
import { createSales } from './app.sales.js';
import { CatalogWords } from './catalog/catalog.words.js';
import { FakeBoxOffice } from './checkout/checkout.fake.js';
import { readConfig } from './config.js';
import { createLog } from './http/log.js';
import { tryEndpoints } from './http/trial.js';
import type { Order } from './order/index.js';
import { detailsOf, noFee, pointOfSale, trialRecords } from './order/order.trial.js';
import type { FakeCall, WireObject } from './s360/fake.js';
import { ProofNonces } from './sign-in/sign-in.nonces.js';
import { createManualClock, toInstant, type Clock } from './state/index.js';

const example = parseEnv(await readFile(new URL('../.env.example', import.meta.url), 'utf8'));
const config = readConfig({ ...example, PAYMENT_METHOD_CODE: 'WEB' });

/** S-360 for whole purchases, one order after the other, each of two seats. */
class Venue extends FakeBoxOffice {
  /** What each ticket costs, and the mode of shipment. */
  priceMinor = 2_500;
  feeMinor = 750;
  #orders = 0;

  constructor(readonly clock: Clock) {
    super();
  }

  override order(): Order {
    const order = super.order();
    const fees = order.shipment
      ? [{ kind: 'delivery' as const, name: 'Delivery', amountMinor: this.feeMinor }]
      : [];
    const isClosed = this.state === 'completed';
    const lines = order.lines.map((line) => ({
      ...line,
      tickets: line.tickets.map((ticket, at) => ({
        ...{ ...ticket, priceMinor: this.priceMinor },
        ...(isClosed ? { barcode: `901${at}` } : {}),
      })),
    }));
    const totalMinor = 2 * this.priceMinor + (fees[0]?.amountMinor ?? 0);
    return { ...order, orderId: `1000000000${this.#orders}`, lines, fees, totalMinor };
  }

  protected override async answer(call: FakeCall): Promise<WireObject> {
    const side = sideServices[call.name];
    if (call.name !== 'createOrUpdateOrder' && !side) return super.answer(call);
    this.calls.push(call.name);
    if (call.name === 'setShipmentMode') this.shipment = { shipmentModeId: '71' };
    return side ?? this.#open();
  }

  #open(): WireObject {
    this.#orders++;
    Object.assign(this, { state: 'open', shipment: null, payments: [] });
    this.expiresAt = toInstant(this.clock.now() + 900_000);
    const { orderDetailsData } = detailsOf(this.order()) as { orderDetailsData: WireObject };
    const { orderId, orderSecretId, movementDatas, operationDatas, catalogCurrency } = orderDetailsData;
    return {
      orderUpdateData: {
        ...{ orderId, orderSecretId, catalogCurrency },
        ...{ movementDataUpdates: movementDatas, operationDataUpdates: operationDatas },
      },
    };
  }
}

const sideServices: Record<string, WireObject> = {
  saveIndividualContact: { contactNumber: '9042', contactAddressId: '601' },
  getAvailableShipmentModes: { shipmentModes: [{ shipmentModeId: '71', type: 'MOBILE', amount: '7500' }] },
  setShipmentMode: {},
  getTickets: { tickets: [] },
  printTickets: { documents: [{ data: Buffer.from('%PDF-1.7').toString('base64') }] },
};

/** A relay that sells, without the catalog and the seat maps, which cost a visitor no call of a purchase. */
async function relay() {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const log = createLog('silent');
  const office = new Venue(clock);
  const records = await trialRecords(clock);
  const sales = createSales({
    ...{ config, clock, log, s360: office, records, database: records.parts.database },
    nonces: new ProofNonces({ secret: config.RELAY_SECRET, clock }),
    ticketFee: noFee,
    catalog: {
      pointOfSale: known,
      words: new CatalogWords(
        () => undefined,
        () => undefined,
      ),
    },
    seatMaps: {
      follow: async () => undefined,
      hasSeats: async () => undefined,
      markTaken: async () => undefined,
    },
  });
  return { office, clock, ...(await tryEndpoints(sales.routes)) };
}

const nameless = { translations: [] };
/** A point of sale that is known whole. */
const known = {
  isKnown: true,
  get: () => ({
    ...{ ...pointOfSale.get(), mainLanguage: 'en', languages: ['en'], signIn: 'optional' as const },
    ...{ name: nameless, countries: [] },
  }),
};

const seats = ['1', '2'].map((seatId) => ({ seatId, seatCategoryId: '11', tariffId: '31' }));
const contact = {
  email: 'elena@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  countryCode: 'CH',
};

/** A guest from the first seat to the tickets, with the time that it takes to type and to read. */
async function buy({ office, clock, ask }: Awaited<ReturnType<typeof relay>>) {
  const since = office.calls.length;
  const items = [{ kind: 'seats', performanceId: '7', seats }];
  const opened = (await ask('POST', '/v1/carts?lang=en', { body: { items } })).reply as OpenedCart;
  const { token } = opened;
  clock.advance(100_000);
  await ask('PUT', '/v1/cart/contact?lang=en', { token, body: { contact } });
  await ask('GET', '/v1/cart/shipment-modes?lang=en&countryCode=CH', { token });
  clock.advance(20_000);
  const chosen = await ask('PUT', '/v1/cart/shipment?lang=en', { token, body: { shipmentModeId: '71' } });
  const { total } = chosen.reply as Cart;
  clock.advance(40_000);
  const wish = {
    totalMinor: total.amountMinor,
    termsAccepted: true,
    returnUrl: 'http://localhost:8070/checkout',
  };
  const started = await ask('POST', '/v1/cart/payment?lang=en', { token, body: wish });
  clock.advance(50_000);
  office.decide('PAID');
  const body = { reported: 'success' };
  const { reply } = await ask('POST', '/v1/cart/payment/report?lang=en', { token, body });
  const outcome = reply as PaymentOutcome;
  const shown = [opened.cart, chosen.reply as Cart].map(({ lines, fees, expiresAt, answeredAt }) => ({
    ...{ seats: lines.length, fees },
    heldMs: Date.parse(expiresAt ?? '') - Date.parse(answeredAt),
  }));
  return { token, total, started, outcome, shown, calls: office.calls.slice(since) };
}

const codesOf = ({ order }: PaymentOutcome) => order?.tickets.map(({ code }) => code?.text);

test('a purchase from the first seat to the codes of its tickets costs eight calls of S-360, but for the first of its content', async () => {
  const shop = await relay();
  const first = await buy(shop);
  assert.deepEqual(codesOf(first.outcome), ['9010', '9011']);
  assert.deepEqual(first.calls, [
    ...['createOrUpdateOrder', 'getOrderDetails'],
    'saveIndividualContact',
    ...['getAvailableShipmentModes', 'setShipmentMode', 'getOrderDetails'],
    ...['getOrderDetails', 'createPaymentsAndCloseOrder'],
    ...['checkPayment', 'notifyOrder', 'getOrderDetails'],
  ]);
  const second = await buy(shop);
  assert.deepEqual(codesOf(second.outcome), ['9010', '9011']);
  assert.deepEqual(second.calls, [
    'createOrUpdateOrder',
    'saveIndividualContact',
    'setShipmentMode',
    // S-360's own word before money moves.
    ...['getOrderDetails', 'createPaymentsAndCloseOrder'],
    // And after it, with the codes.
    ...['checkPayment', 'notifyOrder', 'getOrderDetails'],
  ]);
  assert.deepEqual(second.shown, first.shown, 'what was not asked for is what S-360 said of the like');
  await shop.close();
});

test('looks are not counted into a purchase: a cart shown again, a page that waits for a payment, and the PDF', async () => {
  const shop = await relay();
  const { ask, office, clock } = shop;
  const { token } = await buy(shop);
  const since = office.calls.length;
  const pdf = await ask('GET', '/v1/order/tickets.pdf?lang=en', { token });
  assert.equal(pdf.status, 200);
  assert.deepEqual(office.calls.slice(since), ['printTickets']);
  await ask('GET', '/v1/order/tickets.pdf?lang=en', { token });
  assert.deepEqual(office.calls.slice(since), ['printTickets']);
  clock.advance(60_000);
  const items = [{ kind: 'seats', performanceId: '7', seats }];
  const opened = (await ask('POST', '/v1/carts?lang=en', { body: { items } })).reply as OpenedCart;
  clock.advance(10_000);
  const before = office.calls.length;
  await ask('GET', '/v1/cart?lang=en', { token: opened.token });
  assert.deepEqual(office.calls.slice(before), ['getOrderDetails']);
  await shop.close();
});

test('a fee that S-360 has changed meanwhile is not paid: the total is another one, and nobody is told the old one again', async () => {
  const shop = await relay();
  await buy(shop);
  shop.office.feeMinor = 900;
  const { started } = await buy(shop);
  assert.equal((started.reply as Problem).code, 'total-changed');
  assert.equal(shop.office.payments.length, 0);
  const next = await buy(shop);
  await shop.close();
  assert.deepEqual([next.total.amountMinor, next.outcome.status], [5_900, 'paid']);
});

test('an order of another price, or held for another time, is read and not taken for the like', async () => {
  const shop = await relay();
  await buy(shop);
  shop.office.priceMinor = 3_000;
  const { total, outcome, calls } = await buy(shop);
  assert.deepEqual([total.amountMinor, outcome.status], [6_750, 'paid']);
  assert.equal(calls.filter((name) => name === 'getOrderDetails').length, 4);
  shop.clock.advance(300_000);
  const later = await buy(shop);
  await shop.close();
  assert.equal(later.calls.filter((name) => name === 'getOrderDetails').length, 4);
});
