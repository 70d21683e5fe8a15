import assert from 'node:assert/strict';
import { test } from 'node:test';
import { order as orderSchema, ProblemError } from '@s360-widgets/contract';
import { tryEndpoints } from '../http/trial.js';
import type { Order } from '../order/index.js';
import {
  noFee,
  detailsOf,
  lineWith,
  orderWith,
  pointOfSale,
  silent,
  ticketWith,
  tokenOf,
  trialRecords,
  tryDesk,
} from '../order/order.trial.js';
import { fakeS360, type WireObject } from '../s360/fake.js';
import { createManualClock } from '../state/index.js';
import { Orders, type OrdersParts } from './orders.adapter.js';
import { toTicketCode } from './orders.code.js';
import { orderRoutes } from './orders.routes.js';

const pdf = Buffer.from('%PDF-1.7 tickets').toString('base64');
const seat = (seatId: string, row: string, number: string) => ({
  seatId,
  area: 'Stalls',
  block: '',
  row,
  number,
});
const ticket = (id: string, place: ReturnType<typeof seat>) => ticketWith({ id, seat: place });

const sold = orderWith({
  state: 'completed',
  totalMinor: 7_800,
  fees: [{ kind: 'booking', name: 'Booking fee', amountMinor: 300 }],
  payments: [
    {
      ...{ paymentId: '901', identification: 'i1', transactionId: '71', status: 'PAID' },
      paidAt: '2026-12-01T20:05:00Z',
    },
  ],
  lines: [
    lineWith([
      ticket('103', seat('3', 'B', '10')),
      ticket('102', seat('2', 'B', '9')),
      ticket('101', seat('1', 'A', '12')),
    ]),
  ],
});

const token = tokenOf(sold);

const produced = (ticketState: string) => ({
  tickets: ['101', '102', '103'].map((movementId) => ({
    movementId,
    barcode: `${movementId}0000`,
    ticketState,
  })),
});

async function desk(
  answers: { getTickets?: WireObject | Error; printTickets?: WireObject },
  change: { state?: Order['state']; kind?: 'mobile' | 'post' } = {},
  parts: Partial<OrdersParts> = {},
) {
  const calls: WireObject[] = [];
  const s360 = fakeS360(async ({ name, args }) => {
    calls.push({ operation: name, ...args });
    const answer = name === 'getTickets' ? answers.getTickets : answers.printTickets;
    if (answer instanceof Error) throw answer;
    return answer ?? {};
  });
  const clock = createManualClock('2026-12-01T20:06:00Z');
  const kind = change.kind ?? 'mobile';
  const office = fakeS360(async () => detailsOf({ ...sold, state: change.state ?? 'completed' }));
  const atDesk = tryDesk(office, clock, await trialRecords(clock));
  const contact = { email: 'a@example.org', firstName: 'Ada', lastName: 'L', countryCode: 'FR' };
  const orders = new Orders({
    ...{ s360, clock, desk: atDesk, pointOfSale, log: silent, ticketFee: noFee },
    codeFormat: 'qrcode',
    catalog: { placeOf: () => undefined, tariff: () => undefined, theme: () => undefined },
    contacts: { of: async () => ({ contact, address: null }) },
    shipments: { chosen: async () => ({ shipmentModeId: '71', kind, name: 'Mobile' }) },
    ...parts,
  });
  return { ...(await tryEndpoints(orderRoutes(orders, atDesk))), calls, clock };
}

test('a paid order shows its tickets by row and seat, each with its code', async () => {
  const { ask, close } = await desk({ getTickets: produced('VALID') });
  const { status, reply } = await ask('GET', '/v1/order?lang=en', { token });
  await close();
  assert.equal(status, 200);
  const shown = orderSchema.parse(reply);
  assert.deepEqual(
    shown.tickets.map(({ id }) => id),
    ['101', '102', '103'],
  );
  assert.equal(shown.purchasedAt, '2026-12-01T20:05:00Z');
  assert.equal(shown.total.amountMinor, 7_800);
  assert.equal(shown.tickets[0]?.code?.text, '1010000');
  assert.ok(shown.downloadable);
});

for (const [word, state] of [
  ['NOT_PRINTED', 'valid'],
  ['PRINTED', 'valid'],
  ['CONTROLLED', 'used'],
  ['CANCELLED', 'cancelled'],
  ['INVALIDATED', 'cancelled'],
  ['SOMETHING_NEW', 'pending'],
] as const) {
  test(`a ticket that S-360 calls ${word} is ${state}, and has a code only if valid`, async () => {
    const { ask, close } = await desk({ getTickets: produced(word) });
    const shown = orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
    await close();
    assert.equal(shown.tickets[0]?.state, state);
    assert.equal(shown.tickets[0]?.code !== null, state === 'valid');
  });
}

for (const code of [
  'tickets-not-ready',
  'box-office-busy',
  'box-office-down',
  'box-office-timeout',
] as const) {
  test(`a paid order is shown before its tickets can be: ${code}`, async () => {
    const { ask, close } = await desk({ getTickets: new ProblemError(code) });
    const shown = orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
    await close();
    assert.deepEqual([...new Set(shown.tickets.map(({ state }) => state))], ['pending']);
  });
}

test('tickets sent by post have no code here and no PDF', async () => {
  const { ask, close, calls } = await desk({ getTickets: produced('VALID') }, { kind: 'post' });
  const shown = orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
  const download = await ask('GET', '/v1/order/tickets.pdf?lang=en', { token });
  await close();
  assert.ok(!shown.downloadable);
  assert.equal(shown.tickets[0]?.code, null);
  assert.equal(download.status, 409);
  assert.ok(!calls.some(({ operation }) => operation === 'printTickets'));
});

test('all tickets, or one, come as a PDF with a name', async () => {
  const { ask, close, calls } = await desk({
    printTickets: { documents: [{ data: pdf, mimetype: 'application/pdf' }] },
  });
  const all = await ask('GET', '/v1/order/tickets.pdf?lang=en', { token });
  const one = await ask('GET', '/v1/order/tickets.pdf?lang=en&ticketId=102', { token });
  await close();
  assert.equal(all.headers.get('content-type'), 'application/pdf');
  assert.equal(all.headers.get('content-disposition'), 'attachment; filename="tickets-10000000321.pdf"');
  assert.equal(all.headers.get('cache-control'), 'no-store');
  assert.equal(all.reply, '%PDF-1.7 tickets');
  assert.equal(one.headers.get('content-disposition'), 'attachment; filename="ticket-102.pdf"');
  assert.deepEqual(
    calls.map(({ movementIds }) => movementIds),
    [['103', '102', '101'], ['102']],
  );
});

test('what S-360 prints is only passed on if it is a PDF', async () => {
  const html = Buffer.from('<script>').toString('base64');
  const { ask, close } = await desk({
    printTickets: { documents: [{ data: html, mimetype: 'application/pdf' }] },
  });
  assert.equal((await ask('GET', '/v1/order/tickets.pdf?lang=en', { token })).status, 409);
  await close();
});

for (const [state, code] of [
  ['open', 'not-found'],
  ['paying', 'payment-in-progress'],
  ['ended', 'cart-ended'],
  ['unclear', 'box-office-refused'],
] as const) {
  test(`an order that is ${state} shows no tickets: ${code}`, async () => {
    const { ask, close, calls } = await desk({}, { state });
    const { reply } = await ask('GET', '/v1/order?lang=en', { token });
    await close();
    assert.equal((reply as { code: string }).code, code);
    assert.equal(calls.length, 0);
  });
}

for (const [what, path, given, status] of [
  ['no token', '/v1/order?lang=en', {}, 401],
  ['a foreign token', '/v1/order?lang=en', { token: 'a-token-of-nobody-at-all' }, 401],
  ['an order id for a token', '/v1/order?lang=en', { token: sold.orderId }, 401],
  ['no language', '/v1/order', { token }, 400],
  ['a long language', `/v1/order?lang=${'e'.repeat(5_000)}`, { token }, 400],
  ['a language twice', '/v1/order?lang=en&lang=fr', { token }, 400],
  ['an unknown parameter', '/v1/order?lang=en&orderId=1', { token }, 400],
  ['a ticket that is no id', '/v1/order/tickets.pdf?lang=en&ticketId=../etc', { token }, 400],
  ['a ticket of another order', '/v1/order/tickets.pdf?lang=en&ticketId=999', { token }, 404],
] as const) {
  test(`${what} is answered ${status}, and S-360 is not asked`, async () => {
    const { ask, close, calls } = await desk({ getTickets: produced('VALID') });
    const answer = await ask('GET', path, given);
    await close();
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    assert.equal(calls.length, 0);
  });
}

for (const [what, trouble] of [
  ['an error that the relay does not know', new ProblemError('box-office-refused')],
  ['no answer in time', new ProblemError('box-office-timeout')],
  ['nonsense', new TypeError('not readable')],
] as const) {
  test(`an order is shown without its tickets while getTickets is answered with ${what}, and says so`, async () => {
    const { ask, close } = await desk({ getTickets: trouble });
    const { status, reply } = await ask('GET', '/v1/order?lang=en', { token });
    await close();
    assert.equal(status, 200);
    const { unread, tickets, total, email } = orderSchema.parse(reply);
    assert.deepEqual(unread, ['tickets']);
    assert.deepEqual([tickets.length, total.amountMinor, email], [3, 7_800, 'a@example.org']);
  });
}

for (const part of ['contact', 'shipment'] as const) {
  test(`an order is shown without its ${part} while that can't be read, tickets included`, async () => {
    const fails = () => Promise.reject(new ProblemError('box-office-down'));
    const change = part === 'contact' ? { contacts: { of: fails } } : { shipments: { chosen: fails } };
    const { ask, close } = await desk({ getTickets: produced('VALID') }, {}, change);
    const shown = orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
    await close();
    assert.deepEqual(shown.unread, [part]);
    assert.equal(shown.tickets[0]?.state, 'valid');
  });
}

test('a barcode that no code can be drawn of leaves the ticket valid and the others with their codes', async () => {
  const { tickets } = produced('VALID');
  const [first = { movementId: '', barcode: '', ticketState: '' }, ...others] = tickets;
  const getTickets = { tickets: [{ ...first, barcode: '7'.repeat(8_000) }, ...others] };
  const { ask, close } = await desk({ getTickets });
  const shown = orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
  await close();
  assert.deepEqual(shown.unread, ['codes']);
  assert.deepEqual(
    shown.tickets.map(({ state, code }) => [state, code !== null]),
    [
      ['valid', false],
      ['valid', true],
      ['valid', true],
    ],
  );
});

test('tickets that failed are tried again by themselves, after a pause', async () => {
  const answers: Parameters<typeof desk>[0] = { getTickets: new ProblemError('box-office-refused') };
  const { ask, close, calls, clock } = await desk(answers);
  const unread = async () =>
    orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply).unread;
  assert.deepEqual(await unread(), ['tickets']);
  answers.getTickets = produced('VALID');
  await unread();
  assert.equal(calls.length, 1, 'a page that asks at once costs nothing');
  clock.advance(5_001);
  assert.deepEqual(await unread(), []);
  await close();
});

test('a file, and tickets with their codes, are asked of S-360 once for an order, however often a page asks', async () => {
  const { ask, close, calls, clock } = await desk({
    getTickets: produced('VALID'),
    printTickets: { documents: [{ data: pdf }] },
  });
  for (let time = 0; time < 20; time++) {
    await ask('GET', '/v1/order?lang=en', { token });
    assert.equal((await ask('GET', '/v1/order/tickets.pdf?lang=en', { token })).status, 200);
    clock.advance(2_000);
  }
  await close();
  assert.deepEqual(calls.map(({ operation }) => operation).sort(), ['getTickets', 'printTickets']);
});

for (const format of ['qrcode', 'azteccode'] as const) {
  test(`a ${format} is one path over a square, and differs with its text`, () => {
    const one = toTicketCode('1234567890123456789012345678', format);
    const cells = [...one.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
    assert.equal(cells.map(([cell]) => cell).join(''), one.path);
    for (const [, x, y, width] of cells)
      assert.ok(Number(x) + Number(width) <= one.size && Number(y) < one.size);
    assert.notEqual(one.path, toTicketCode('1234567890123456789012345679', format).path);
  });
}

const [one, two, three] = produced('VALID').tickets;
const torn: [what: string, entry: unknown][] = [
  ['has no movement', { ...one, movementId: undefined }],
  ['has a movement that is no id', { ...one, movementId: 'first' }],
  ['has a barcode that is no text', { ...one, barcode: { parts: ['1', '2'] } }],
  ['is in a state that nobody knows', { ...one, ticketState: 'TELEPORTED' }],
  ['is in a state that is no word', { ...one, ticketState: [] }],
  ['is no ticket at all', 'a ticket'],
  ['is nothing', null],
];
for (const [what, entry] of torn) {
  test(`a ticket that ${what} costs itself alone, which the answer and the log say`, async () => {
    const warned: object[] = [];
    const log = { error: () => undefined, warn: (facts: object) => void warned.push(facts) };
    const getTickets = { tickets: [entry, two, three] } as WireObject;
    const { ask, close, calls, clock } = await desk({ getTickets }, {}, { log });
    const read = async () => orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
    const shown = await read();
    assert.deepEqual(shown.unread, ['tickets']);
    assert.deepEqual(
      shown.tickets.map(({ id, state, code }) => [id, state, code !== null]),
      [
        ['101', 'pending', false],
        ['102', 'valid', true],
        ['103', 'valid', true],
      ],
    );
    assert.equal(warned.length, 1);
    assert.equal((warned[0] as { orderId?: string }).orderId, sold.orderId);
    clock.advance(30_000);
    await read();
    assert.equal(calls.length, 1, 'a page that asks again and again costs a call a minute');
    clock.advance(31_000);
    await read();
    assert.equal(calls.length, 2);
    await close();
  });
}

test('what can not be read of a ticket that is not of the order is no news to its buyer', async () => {
  const getTickets = { tickets: [...produced('VALID').tickets, {}, { movementId: '999' }] } as WireObject;
  const { ask, close } = await desk({ getTickets });
  const shown = orderSchema.parse((await ask('GET', '/v1/order?lang=en', { token })).reply);
  await close();
  assert.deepEqual(shown.unread, []);
  assert.deepEqual([...new Set(shown.tickets.map(({ state }) => state))], ['valid']);
});

for (const documents of [
  [{}, { data: pdf }],
  [{ data: { bytes: pdf } }, { data: pdf }],
  [null, { data: 'no base64 §' }, { data: pdf, mimetype: 7 }],
]) {
  test(`a document that can not be read does not keep the file from its buyer: ${JSON.stringify(documents[0])}`, async () => {
    const { ask, close } = await desk({ printTickets: { documents } as WireObject });
    const { status, reply } = await ask('GET', '/v1/order/tickets.pdf?lang=en', { token });
    await close();
    assert.deepEqual([status, reply], [200, '%PDF-1.7 tickets']);
  });
}
