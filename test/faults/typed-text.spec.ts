import { ProblemError } from '@s360-widgets/contract';
import { expect, test } from '../journeys/journey.js';
import { findFreeSeats, visitorOf } from './visitor.js';

const query = { lang: 'en' };
const contact = { email: 'eve@example.org', firstName: 'Eve', lastName: 'Lin', countryCode: 'CH' };
const address = { street: 'Lake Road 1', zipCode: '8001', town: 'Zurich', countryCode: 'CH' };

/** What a visitor may type to end an element and begin another: of a name, and of an address. */
const names = {
  firstName: '<![CDATA[Eve]]></firstName><title>HACKED</title><!--]]>',
  lastName: '<![CDATA[--><lastName><![CDATA[Mal]]>',
};
const places = {
  street: '<![CDATA[]]></street1></address><contactNumber>9001<!--]]>',
  street2: '<![CDATA[--></contactNumber><address><!--]]>',
  town: '<![CDATA[--><countryCode>CH</countryCode><town><![CDATA[b]]>',
};

test('a visitor is called what was typed, and nobody else', async ({ stack }) => {
  const client = visitorOf(stack);
  const { free, itemOf } = await findFreeSeats(stack, 1, { leastDays: 10 });
  const { token } = await client.call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
  const given = { token, query };

  const named = { ...contact, ...names };
  const saved = await client.call('saveContact', { ...given, body: { contact: named } });
  expect(saved.contact).toEqual(named);

  const { shipmentModes } = await client.call('listShipmentModes', {
    token,
    query: { ...query, countryCode: 'CH' },
  });
  const post = shipmentModes.find(({ addressNeeded }) => addressNeeded);
  const body = { shipmentModeId: post?.id ?? '', address: { ...address, ...places } };
  const shipped = await client.call('chooseShipment', { ...given, body });
  expect(shipped.address).toEqual(body.address);
  expect(shipped.contact).toEqual(named);
});

test('a text that no ticket can show is refused beside its field, and nothing is saved', async ({
  stack,
}) => {
  const client = visitorOf(stack);
  const { free, itemOf } = await findFreeSeats(stack, 1);
  const opened = await client.call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
  const given = { token: opened.token, query };
  const refused = (answer: Promise<unknown>) =>
    answer.then(
      () => [],
      (error: unknown) =>
        error instanceof ProblemError ? error.details.fields?.map(({ path }) => path) : error,
    );

  const bad = { ...contact, firstName: 'Eve\0', lastName: 'Lin\ud800' };
  expect(await refused(client.call('saveContact', { ...given, body: { contact: bad } }))).toEqual([
    'body.contact.firstName',
    'body.contact.lastName',
  ]);
  const body = {
    shipmentModeId: '1',
    address: { ...address, street: 'Lake\u0002Road', town: 'Zurich\ufffe' },
  };
  expect(await refused(client.call('chooseShipment', { ...given, body }))).toEqual([
    'body.address.street',
    'body.address.town',
  ]);
  expect((await client.call('getCart', given)).contact).toBeNull();
});
