import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Cart,
  type Order,
  type PaymentOutcome,
  type PaymentStart,
  type Problem,
} from '@s360-widgets/contract';
import { tryEndpoints } from '../http/trial.js';
import { someCart, someOrder } from '../http/trial.replies.js';
import { pointOfSale, silent, tokenOf, tryForgetfulDesk } from '../order/order.trial.js';
import type { FakeCall, WireObject } from '../s360/fake.js';
import { createManualClock } from '../state/index.js';
import { Checkout, type CheckoutParts } from './checkout.adapter.js';
import { catalog, FakeBoxOffice, trialState } from './checkout.fake.js';
import { Finaliser } from './checkout.finalise.js';
import { guessedWidgetNames, toRedirect, toWidget, type HandOverSettings } from './checkout.hand-over.js';
import { LateCharges } from './checkout.late.js';
import { checkoutRoutes } from './checkout.routes.js';
import { Shipments } from './checkout.shipments.js';
import { PaymentStarter } from './checkout.start.js';

const orderId = '10000000321';
const token = tokenOf({ orderId, orderSecretId: 'k3-secret' });
const settings: HandOverSettings = {
  mode: 'widget',
  widgetUrl: 'https://pay.example/widget.js',
  integrity: 'sha384-x',
  global: 'PaymentWidget',
  function: 'mount',
  unmount: 'unmount',
  names: guessedWidgetNames,
  redirectUrl: 'https://shop.example/api/1/redirect/checkout?lang=en',
};
const modes = {
  shipmentModes: [
    { shipmentModeId: '71', type: 'MOBILE', amount: '0', description: 'On your phone' },
    { shipmentModeId: '72', type: 'BY_MAIL', amount: '7500', contactAddressRequired: true },
    { shipmentModeId: '73', type: 'PICK UP AT CONTROL' },
    { shipmentModeId: '74', type: 'BLOCKCHAIN' },
  ],
};

/** S-360 for shipments beside the one for payments. */
class Office extends FakeBoxOffice {
  readonly shipments: WireObject[] = [];

  protected override async answer(call: FakeCall): Promise<WireObject> {
    if (call.operation.service !== 'ShipmentPublicService') return super.answer(call);
    this.calls.push(call.name);
    if (call.name === 'setShipmentMode') this.shipments.push(call.args);
    return modes;
  }
}

async function desk(addressId: string | null = null, change: Partial<CheckoutParts> = {}) {
  const office = new Office();
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialState(clock);
  const atDesk = tryForgetfulDesk(office, clock, records);
  const parts = { s360: office, clock, desk: atDesk, pointOfSale, log: silent };
  const finaliser = new Finaliser(parts);
  const starter = new PaymentStarter({
    ...{
      ...parts,
      catalog,
      finaliser,
      late: new LateCharges(parts),
      handOver: settings,
      paymentMethodCode: 'WEB',
      marginSeconds: 60,
    },
    isAllowedOrigin: (origin) => origin === 'https://shop.example',
  });
  const checkout = new Checkout({
    ...{ ...parts, starter, finaliser, provider: 'S-PAY' },
    carts: { view: async ({ orderId: id, state }) => someCart({ orderId: id, state }) },
    contacts: { addressIdOf: async () => addressId, saveAddress: async () => '601' },
    shipments: new Shipments({ ...parts, remembered: records.shipments }),
    tickets: { getPaid: async () => someOrder({ orderId }) },
    ...change,
  });
  return { office, records, ...(await tryEndpoints(checkoutRoutes(checkout, atDesk))) };
}

const wish = { totalMinor: 5_000, termsAccepted: true, returnUrl: 'https://shop.example/return' };
const address = { street: '12 rue de la Paix', zipCode: '75002', town: 'Paris', countryCode: 'FR' };
const codeOf = (reply: unknown) => (reply as Problem).code;

test('shipment modes come with their kind, fee and need of an address', async () => {
  const { ask, close } = await desk();
  const { reply } = await ask('GET', '/v1/cart/shipment-modes?lang=en&countryCode=FR', { token });
  await close();
  const { shipmentModes } = reply as {
    shipmentModes: { kind: string; fee: object; addressNeeded: boolean }[];
  };
  assert.deepEqual(
    shipmentModes.map(({ kind, addressNeeded }) => [kind, addressNeeded]),
    [
      ['mobile', false],
      ['post', true],
      ['box-office', false],
      ['other', false],
    ],
  );
  assert.deepEqual(shipmentModes[1]?.fee, { amountMinor: 750, currency: { code: 'EUR', digits: 2 } });
});

test('post needs an address: the one given, or the one known', async () => {
  const put = { body: { shipmentModeId: '72' }, token };
  const without = await desk();
  assert.equal(codeOf((await without.ask('PUT', '/v1/cart/shipment?lang=en', put)).reply), 'address-missing');
  assert.equal(without.office.shipments.length, 0);
  const given = { body: { shipmentModeId: '72', address }, token };
  assert.equal((await without.ask('PUT', '/v1/cart/shipment?lang=en', given)).status, 200);
  assert.equal(without.office.shipments[0]?.contactAddressId, '601');
  await without.close();
  const known = await desk('602');
  assert.equal((await known.ask('PUT', '/v1/cart/shipment?lang=en', put)).status, 200);
  assert.equal(known.office.shipments[0]?.contactAddressId, '602');
  await known.close();
});

test('a mode that is not offered is refused', async () => {
  const { ask, office, close } = await desk();
  const { reply } = await ask('PUT', '/v1/cart/shipment?lang=en', { body: { shipmentModeId: '99' }, token });
  await close();
  assert.equal(codeOf(reply), 'shipment-mode-refused');
  assert.equal(office.shipments.length, 0);
});

test('a payment runs from start to paid over HTTP', async () => {
  const { ask, office, close } = await desk();
  assert.deepEqual(
    ((await ask('GET', '/v1/cart/payment?lang=en', { token })).reply as Cart & { status: string }).status,
    'none',
  );
  const started = await ask('POST', '/v1/cart/payment?lang=en', { body: wish, token });
  assert.equal(started.status, 200);
  const { provider, handOver, cart } = started.reply as { provider: string; handOver: object; cart: Cart };
  assert.deepEqual([provider, cart.state], ['S-PAY', 'paying']);
  assert.deepEqual(handOver, toWidget(settings, '71', 'en'));
  const claimed = await ask('POST', '/v1/cart/payment/report?lang=en', {
    body: { reported: 'success' },
    token,
  });
  assert.equal((claimed.reply as { status: string }).status, 'waiting', "the browser's word is not believed");
  office.decide('PAID');
  const { reply } = await ask('DELETE', '/v1/cart/payment?lang=en', { token });
  await close();
  const { status, cart: left, order } = reply as { status: string; cart: Cart | null; order: Order | null };
  assert.deepEqual([status, left, order?.orderId], ['paid', null, orderId]);
});

test("the page's report of a failure that is none changes nothing", async () => {
  const { ask, office, close } = await desk();
  await ask('POST', '/v1/cart/payment?lang=en', { body: wish, token });
  const { reply } = await ask('POST', '/v1/cart/payment/report?lang=en', {
    body: { reported: 'failure' },
    token,
  });
  await close();
  assert.equal((reply as { status: string }).status, 'waiting');
  assert.equal(office.state, 'paying');
});

/** A visitor at the review of an order with nothing to pay. */
async function freeDesk() {
  const { ask, ...rest } = await desk();
  rest.office.totalMinor = 0;
  const call = async (method: string, body?: object) =>
    ask(method, '/v1/cart/payment?lang=en', { ...(body && { body }), token });
  const statusNow = async () => ((await call('GET')).reply as { status: string }).status;
  return { ...rest, call, statusNow, start: () => call('POST', { ...wish, totalMinor: 0 }) };
}

test('an order of which nothing is due is complete at once, however often it is asked for', async () => {
  const { start, statusNow, office, close } = await freeDesk();
  const replies = [(await start()).reply, (await start()).reply] as PaymentStart[];
  assert.deepEqual(
    replies.map(({ handOver, cart: { state } }) => [handOver, state]),
    [
      [{ kind: 'none' }, 'completed'],
      [{ kind: 'none' }, 'completed'],
    ],
  );
  assert.equal(await statusNow(), 'paid');
  await close();
  assert.equal(office.count('closeOrder'), 1);
  assert.equal(office.count('createPaymentsAndCloseOrder'), 0);
});

for (const [fate, calls] of [
  ['timeout-after', 1],
  ['timeout-before', 2],
] as const) {
  test(`a free order whose closing went lost (${fate}) is complete at the next look`, async () => {
    const { start, statusNow, office, close } = await freeDesk();
    office.fate = (operation) => (operation === 'closeOrder' ? fate : undefined);
    assert.equal(codeOf((await start()).reply), 'box-office-timeout');
    office.fate = () => undefined;
    assert.equal(await statusNow(), 'paid');
    await close();
    assert.equal(office.count('closeOrder'), calls);
  });
}

test('a free order that S-360 refuses says why, and is a cart as before', async () => {
  const { start, statusNow, office, close } = await freeDesk();
  office.refusesPayment = 'tariff-needs-companion';
  const { code, tariffIds } = (await start()).reply as Problem;
  assert.deepEqual([code, tariffIds], ['tariff-needs-companion', ['33']]);
  assert.equal(await statusNow(), 'none');
  await close();
  assert.equal(office.state, 'open');
});

for (const [what, since] of [
  ['costs something by now', (office: Office) => void (office.totalMinor = 5_000)],
  ['was left', (_: Office, leave: () => Promise<unknown>) => leave()],
] as const) {
  test(`a free order that was not closed in time and ${what} stays open`, async () => {
    const { start, call, statusNow, office, close } = await freeDesk();
    office.fate = (operation) => (operation === 'closeOrder' ? 'timeout-before' : undefined);
    await start();
    office.fate = () => undefined;
    await since(office, () => call('DELETE'));
    assert.equal(await statusNow(), 'none');
    await close();
    assert.equal(office.state, 'open');
  });
}

test("the shop's own checkout gets the order and its token", () => {
  const handOver = toRedirect(settings, { orderId, orderSecretId: 'k3&x' });
  assert.deepEqual(handOver, {
    kind: 'redirect',
    url: `https://shop.example/api/1/redirect/checkout?lang=en&orderId=${orderId}&orderToken=k3%26x`,
  });
});

const payment = '/v1/cart/payment?lang=en';
const bad: [string, string, string, unknown, number][] = [
  ['no total', 'POST', payment, { ...wish, totalMinor: undefined }, 400],
  ['a total in words', 'POST', payment, { ...wish, totalMinor: '5000' }, 400],
  ['half a cent', 'POST', payment, { ...wish, totalMinor: 0.5 }, 400],
  ['terms that were not accepted', 'POST', payment, { ...wish, termsAccepted: false }, 400],
  ['a script for a page', 'POST', payment, { ...wish, returnUrl: 'javascript:alert(1)' }, 400],
  ['a long page', 'POST', payment, { ...wish, returnUrl: `https://shop.example/${'x'.repeat(500)}` }, 400],
  ['a page of a foreign origin', 'POST', payment, { ...wish, returnUrl: 'https://evil.example/' }, 403],
  [
    'a page of an origin that looks alike',
    'POST',
    payment,
    { ...wish, returnUrl: 'https://shop.example.evil/' },
    403,
  ],
  ['an unknown report', 'POST', '/v1/cart/payment/report?lang=en', { reported: 'paid' }, 400],
  ['a body', 'DELETE', payment, { force: true }, 400],
  ['no country', 'GET', '/v1/cart/shipment-modes?lang=en', undefined, 400],
  ['a country in small letters', 'GET', '/v1/cart/shipment-modes?lang=en&countryCode=fr', undefined, 400],
  ['no mode', 'PUT', '/v1/cart/shipment?lang=en', {}, 400],
  ['a mode that is no id', 'PUT', '/v1/cart/shipment?lang=en', { shipmentModeId: 'post' }, 400],
  [
    'half an address',
    'PUT',
    '/v1/cart/shipment?lang=en',
    { shipmentModeId: '72', address: { town: 'Paris' } },
    400,
  ],
];
for (const [what, method, path, body, status] of bad) {
  test(`${method} ${path.slice(0, 40)} with ${what} is answered ${status}, and S-360 is not asked`, async () => {
    const { ask, office, close } = await desk();
    const answer = await ask(method, path, { body, token });
    await close();
    assert.equal(answer.status, status);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(office.calls.length, 0);
  });
}

for (const [method, path, body] of [
  ['POST', payment, wish],
  ['GET', payment, undefined],
  ['DELETE', payment, undefined],
  ['POST', '/v1/cart/payment/report?lang=en', { reported: 'success' }],
  ['GET', '/v1/cart/shipment-modes?lang=en&countryCode=FR', undefined],
  ['PUT', '/v1/cart/shipment?lang=en', { shipmentModeId: '71' }],
] as const) {
  test(`${method} ${path} with a foreign token is answered 401, and S-360 is not asked`, async () => {
    const { ask, office, close } = await desk();
    const answer = await ask(method, path, { body, token: 'a-token-of-nobody-at-all' });
    await close();
    assert.equal(codeOf(answer.reply), 'cart-token-invalid');
    assert.equal(office.calls.length, 0);
  });
}

/** From then on S-360 has no room for a look at the order. */
function makeUnreadable(office: Office, since: () => boolean = () => true): void {
  office.fate = (operation) => (operation === 'getOrderDetails' && since() ? 'busy' : undefined);
}

test('a payment that S-360 has begun is handed over although the cart can not be read after it', async () => {
  const { office, ask, close } = await desk();
  makeUnreadable(office, () => office.state === 'paying');
  const { status, reply } = await ask('POST', '/v1/cart/payment?lang=en', { token, body: wish });
  await close();
  assert.equal(status, 200);
  assert.equal(office.state, 'paying');
  const { handOver, cart } = reply as PaymentStart;
  assert.deepEqual([handOver.kind, cart.state], ['widget', 'paying']);
});

test('a payment that S-360 has begun is handed over although its ids can not be written down, and is found again', async () => {
  const { office, records, ask, close } = await desk();
  records.attempts.fate = ({ state }) => (state === 'begun' ? 'before' : undefined);

  const { status } = await ask('POST', '/v1/cart/payment?lang=en', { token, body: wish });
  assert.equal(status, 200);
  office.decide('PAID');
  const report = await ask('POST', '/v1/cart/payment/report?lang=en', {
    token,
    body: { reported: 'success' },
  });
  await close();
  assert.equal((report.reply as PaymentOutcome).status, 'paid');
});

test('a payer is told "paid" although the end can not be written down, nor the order read any more', async () => {
  const { office, records, ask, close } = await desk(null, { tickets: { getPaid: async () => null } });
  await ask('POST', '/v1/cart/payment?lang=en', { token, body: wish });
  office.decide('PAID');
  records.attempts.fate = ({ state }) => (state === 'paid' ? 'before' : undefined);
  const report = () =>
    ask('POST', '/v1/cart/payment/report?lang=en', { token, body: { reported: 'success' } });
  const first = await report();
  assert.deepEqual([first.status, (first.reply as PaymentOutcome).status], [200, 'paid']);
  records.attempts.fate = () => undefined;
  await report();
  makeUnreadable(office);
  const later = await ask('GET', '/v1/cart/payment?lang=en', { token });
  await close();
  assert.deepEqual([later.status, (later.reply as PaymentOutcome).status], [200, 'paid']);
});

test('a visitor who leaves the payment is told so although the cart can not be read after it', async () => {
  const { office, records, ask, close } = await desk();
  await ask('POST', '/v1/cart/payment?lang=en', { token, body: wish });
  let isDecided = false;
  records.attempts.fate = ({ state }) => {
    isDecided ||= state === 'cancelled';
    return undefined;
  };
  makeUnreadable(office, () => isDecided);
  const { status, reply } = await ask('DELETE', '/v1/cart/payment?lang=en', { token });
  await close();
  assert.deepEqual([status, (reply as PaymentOutcome).status], [200, 'cancelled']);
  assert.equal(office.state, 'open');
});

test('shipment modes are asked of S-360 once for a content of the cart and a country', async () => {
  const { office, ask, close } = await desk();
  for (let time = 0; time < 20; time++) {
    await ask('GET', '/v1/cart/shipment-modes?lang=en&countryCode=FR', { token });
    await ask('GET', '/v1/cart/shipment-modes?lang=en&countryCode=CH', { token });
  }
  assert.equal(office.count('getAvailableShipmentModes'), 2);
  office.tickets = 3;
  await ask('GET', '/v1/cart/shipment-modes?lang=en&countryCode=FR', { token });
  await close();
  assert.equal(office.count('getAvailableShipmentModes'), 3);
});
