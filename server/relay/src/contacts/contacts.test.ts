import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError, type Problem } from '@s360-widgets/contract';
import { tryEndpoints } from '../http/trial.js';
import { someCart } from '../http/trial.replies.js';
import {
  detailsOf,
  orderWith,
  pointOfSale,
  silent,
  tokenOf,
  trialRecords,
  tryDesk,
} from '../order/order.trial.js';
import { fakeS360, type WireObject } from '../s360/fake.js';
import { S360Refusal } from '../s360/index.js';
import { createManualClock } from '../state/index.js';
import { Contacts } from './contacts.adapter.js';
import { contactRoutes } from './contacts.routes.js';

const order = orderWith();
const token = tokenOf(order);
const contact = { email: 'ada@example.org', firstName: 'Ada', lastName: 'Lovelace', countryCode: 'FR' };
const address = { street: '12 rue de la Paix', zipCode: '75002', town: 'Paris', countryCode: 'FR' };

async function office(refusal?: S360Refusal) {
  const calls: { operation: string; args: WireObject }[] = [];
  const s360 = fakeS360(async ({ name, args }) => {
    if (name === 'getOrderDetails') return detailsOf(order);
    calls.push({ operation: name, args });
    if (refusal) throw new ProblemError('box-office-refused', {}, { cause: refusal });
    if (name === 'saveIndividualContact') {
      return { contactNumber: '9042', contactAddressId: String(600 + calls.length) };
    }
    const { countryCode, ...individualContact } = contact;
    return { individualContact, addresses: [{ contactAddressId: '601', countryCode }] };
  });
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const records = await trialRecords(clock);
  const contacts = new Contacts({ s360, clock, records, pointOfSale, log: silent });
  return { contacts, s360, calls, clock, records };
}

/** The same over HTTP. */
async function desk(refusal?: S360Refusal) {
  const { s360, ...parts } = await office(refusal);
  const carts = { view: async () => someCart() };
  const routes = contactRoutes(parts.contacts, tryDesk(s360, parts.clock, parts.records), carts);
  return { ...parts, ...(await tryEndpoints(routes)) };
}

test('the first save makes the contact, the next one changes the same', async () => {
  const { contacts, calls } = await office();
  await contacts.save(order, contact, 'fr');
  await contacts.save(order, { ...contact, firstName: 'Augusta' }, 'fr');
  const numbers = calls.map(({ args }) => args.contactNumber);
  assert.deepEqual(numbers, [undefined, '9042']);
  assert.equal((await contacts.of(order)).contact?.firstName, 'Augusta');
  assert.equal(calls.length, 2);
});

test('a country alone is no address to send to', async () => {
  const { contacts } = await office();
  await contacts.save(order, contact, 'fr');
  assert.equal(await contacts.addressIdOf(order), null);
  assert.equal((await contacts.of(order)).address, null);
  const id = await contacts.saveAddress(order, address, 'fr');
  assert.equal(await contacts.addressIdOf(order), id);
  assert.deepEqual((await contacts.of(order)).address, address);
});

test('a change of name keeps the address', async () => {
  const { contacts } = await office();
  await contacts.save(order, contact, 'fr');
  await contacts.saveAddress(order, address, 'fr');
  await contacts.save(order, { ...contact, lastName: 'King' }, 'fr');
  assert.deepEqual((await contacts.of(order)).address, address);
});

test('an address before a name is refused', async () => {
  const { contacts, calls } = await office();
  await assert.rejects(contacts.saveAddress(order, address, 'fr'), { code: 'contact-missing' });
  assert.equal(calls.length, 0);
});

test('the relay keeps numbers and nothing personal', async () => {
  const { contacts, records } = await office();
  await contacts.save(order, contact, 'fr');
  await contacts.saveAddress(order, address, 'fr');
  const text = JSON.stringify(await records.buyers.get(order.orderId));
  for (const word of [...Object.values(contact), address.street, address.town])
    assert.ok(!text.includes(word));
});

test('a contact is read again from S-360 after a restart, and after ten minutes', async () => {
  const { contacts, calls, clock } = await office();
  await contacts.save(order, contact, 'fr');
  clock.advance(601_000);
  assert.equal((await contacts.of(order)).contact?.email, contact.email);
  assert.deepEqual(
    calls.map(({ operation }) => operation),
    ['saveIndividualContact', 'getContactData'],
  );
});

test('orders that are long over are forgotten', async () => {
  const { contacts, clock, records } = await office();
  await contacts.save(order, contact, 'fr');
  clock.advance(13 * 24 * 3_600_000);
  await records.forgetOld();
  assert.equal(await records.contactNumberOf(order.orderId), '9042');
  clock.advance(2 * 24 * 3_600_000);
  await contacts.save({ ...order, orderId: '322' }, contact, 'fr');
  await records.forgetOld();
  assert.equal(await records.contactNumberOf(order.orderId), undefined);
  assert.equal(await records.contactNumberOf('322'), '9042');
});

test('what S-360 refuses is told by the place in the form', async () => {
  const { ask, close } = await desk(new S360Refusal('error.sim.invalidParameter', 'email is not an address'));
  const { status, reply } = await ask('PUT', '/v1/cart/contact?lang=en', { body: { contact }, token });
  await close();
  assert.equal(status, 422);
  const { code, fields } = reply as Problem;
  assert.deepEqual([code, fields?.map(({ path }) => path)], ['contact-refused', ['body.contact.email']]);
});

test('trouble of S-360 is no fault of the contact', async () => {
  const { ask, close } = await desk(new S360Refusal('http 500', ''));
  assert.equal((await ask('PUT', '/v1/cart/contact?lang=en', { body: { contact }, token })).status, 502);
  await close();
});

const bad: [string, unknown, string][] = [
  ['no contact', {}, 'body.contact'],
  ['a list', { contact: [contact] }, 'body.contact'],
  ['no e-mail', { contact: { ...contact, email: undefined } }, 'body.contact.email'],
  ['half an e-mail', { contact: { ...contact, email: 'ada@' } }, 'body.contact.email'],
  ['a number for a name', { contact: { ...contact, firstName: 5 } }, 'body.contact.firstName'],
  ['a blank name', { contact: { ...contact, lastName: '   ' } }, 'body.contact.lastName'],
  ['a name of 61 characters', { contact: { ...contact, lastName: 'x'.repeat(61) } }, 'body.contact.lastName'],
  ['letters for a phone', { contact: { ...contact, phone: 'call me' } }, 'body.contact.phone'],
  ['a country in words', { contact: { ...contact, countryCode: 'France' } }, 'body.contact.countryCode'],
  ['an unknown member', { contact: { ...contact, contactNumber: '1' } }, 'body.contact.contactNumber'],
];
for (const [what, body, path] of bad) {
  test(`${what} is answered 400 at ${path}, and S-360 is not asked`, async () => {
    const { ask, calls, close } = await desk();
    const { status, reply } = await ask('PUT', '/v1/cart/contact?lang=en', { body, token });
    await close();
    assert.equal(status, 400);
    assert.deepEqual(
      (reply as Problem).fields?.map((field) => field.path),
      [path],
    );
    assert.equal(calls.length, 0);
  });
}

test('a foreign token saves no contact', async () => {
  const { ask, calls, close } = await desk();
  const given = { body: { contact }, token: 'a-token-of-nobody-at-all' };
  assert.equal((await ask('PUT', '/v1/cart/contact?lang=en', given)).status, 401);
  await close();
  assert.equal(calls.length, 0);
});

const person = {
  email: 'ada@example.org',
  firstName: 'Ada',
  lastName: 'Lovelace',
  phone: '+33 1 23 45 67 89',
};
const place = { contactAddressId: '601', countryCode: 'FR', street1: '12 rue de la Paix', town: 'Paris' };
const odd: [what: string, answer: WireObject, lost: string][] = [
  ['an e-mail', { individualContact: { ...person, email: ['a'] }, addresses: [place] }, 'email'],
  ['a first name', { individualContact: { ...person, firstName: {} }, addresses: [place] }, 'firstName'],
  ['no last name', { individualContact: { ...person, lastName: undefined }, addresses: [place] }, 'lastName'],
  ['a phone', { individualContact: { ...person, phone: { n: 1 } }, addresses: [place] }, 'phone'],
  [
    'a country',
    { individualContact: person, addresses: [{ ...place, countryCode: 'France' }] },
    'countryCode',
  ],
];
for (const [what, answer, lost] of odd) {
  test(`${what} that can not be read costs itself alone, and its value is in no log`, async () => {
    const logged: unknown[] = [];
    const s360 = fakeS360(async () => answer);
    const clock = createManualClock('2026-12-01T20:00:00Z');
    const log = { warn: (facts: object) => void logged.push(facts) };
    const contacts = new Contacts({ s360, clock, records: await trialRecords(clock), pointOfSale, log });
    const { contact: shown } = await contacts.of(orderWith({ contactNumber: '9042' }));
    const whole = { ...person, countryCode: 'FR' };
    const expected = Object.fromEntries(
      Object.entries(whole).map(([field, value]) => [field, field === lost ? '' : value]),
    );
    assert.deepEqual({ ...expected, phone: expected.phone || undefined }, { phone: undefined, ...shown });
    for (const value of [...Object.values(person), 'France'])
      assert.ok(!JSON.stringify(logged).includes(value));
  });
}

test('what could not be read of a contact is not overwritten with nothing when an address is added', async () => {
  const calls: WireObject[] = [];
  const s360 = fakeS360(async ({ name, args }) => {
    calls.push(args);
    if (name === 'saveIndividualContact') return { contactNumber: '9042', contactAddressId: '602' };
    return { individualContact: { ...person, firstName: {} }, addresses: [] };
  });
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const contacts = new Contacts({
    s360,
    clock,
    records: await trialRecords(clock),
    pointOfSale,
    log: silent,
  });
  await contacts.saveAddress(orderWith({ contactNumber: '9042' }), address, 'fr');
  const { individualContact } = calls.at(-1) as { individualContact: object };
  assert.equal('firstName' in individualContact, false);
});
