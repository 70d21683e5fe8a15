import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';
import { DEMO_LOGIN } from './contact-book.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

const service = 'ContactInformationPublicService';
const person = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org', language: 'en' };

interface Saved {
  contactNumber: string;
  contactId: number;
  contactAddressId: number | null;
}

interface Contact {
  contactNumber: string;
  individualContact: Record<string, string | null>;
  addresses: { countryCode: string; formattedAddress: string; main: boolean }[];
}

const save = (args: object) =>
  simulator.call<Saved>(service, 'saveIndividualContact', { pointOfSalesId: IDS.pos, ...args });
const read = (contactNumber: string, ...details: string[]) =>
  simulator.call<Contact>(service, 'getContactData', { contactNumber, details });

describe('a contact', () => {
  it('is created and read back, with its address when that is asked for', async () => {
    const address = { street1: '1 Rue du Lac', zipCode: '1200', town: 'Genève', countryCode: 'CH' };
    const { statusCode, contactNumber, contactAddressId } = await save({
      individualContact: person,
      address,
    });
    assert.equal(statusCode, 'success');
    assert.ok(contactAddressId);
    const withAddress = await read(contactNumber, 'GENERAL', 'ADDRESSES');
    assert.equal(withAddress.individualContact.lastName, 'Lovelace');
    assert.deepEqual(
      withAddress.addresses.map(({ formattedAddress, main }) => [formattedAddress, main]),
      [['1 Rue du Lac, 1200 Genève, CH', true]],
    );
    assert.deepEqual((await read(contactNumber, 'GENERAL')).addresses, []);
  });

  it('keeps what is not changed', async () => {
    const { contactNumber } = await save({ individualContact: person });
    await save({ contactNumber, individualContact: { phone: '+41 22 000 00 00' } });
    const { individualContact } = await read(contactNumber);
    assert.equal(individualContact.phone, '+41 22 000 00 00');
    assert.equal(individualContact.firstName, 'Ada');
  });

  it('is on the wire as decided', async () => {
    const { contactNumber, contactId } = await save({ individualContact: person });
    const xml = `<contactNumber>${contactNumber}</contactNumber><details>GENERAL</details><details>ADDRESSES</details>`;
    const { text } = await simulator.soap(service, 'getContactData', xml);
    assert.equal(
      /<statusCode>.*(?=<\/ContactDataResult>)/.exec(text)?.[0],
      flat(`<statusCode>success</statusCode>
        <statusDetail xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>
        <contactId>${contactId}</contactId><contactNumber>${contactNumber}</contactNumber>
        <creationDate>2026-11-24T10:00:00.000+00:00</creationDate>
        <hasAdvantages>false</hasAdvantages><hasWarning>false</hasWarning>
        <individualContact><email>ada@example.org</email><firstName>Ada</firstName><language>en</language>
        <lastName>Lovelace</lastName></individualContact>
        <role>PUBLIC</role><state>ACTIVE</state><type>INDIVIDUAL</type>`),
    );
    assert.match(
      text,
      /<ns2:getContactDataResponse xmlns:ns2="http:\/\/v2_21\.ContactInformationPublicService\.service\.secutix\.com\/">/,
    );
  });

  const wrong: [title: string, args: object, code: string][] = [
    ['without a name', { individualContact: { ...person, lastName: ' ' } }, 'error.sim.invalidParameter'],
    ['without an e-mail', { individualContact: { ...person, email: null } }, 'error.sim.invalidParameter'],
    [
      'with an e-mail that is none',
      { individualContact: { ...person, email: 'ada' } },
      'error.sim.invalidParameter',
    ],
    [
      'with a country that is no code',
      { individualContact: person, address: { countryCode: 'Suisse' } },
      'error.sim.invalidParameter',
    ],
    ['that is unknown', { contactNumber: '1', individualContact: person }, 'error.sim.contactNotFound'],
  ];
  for (const [title, args, code] of wrong) {
    it(`${title} is not saved`, async () => {
      assert.equal((await save(args)).statusCode, code);
    });
  }

  it('that is unknown cannot be read', async () => {
    assert.equal((await read('1')).statusCode, 'error.sim.contactNotFound');
  });
});

describe('cultural contacts', () => {
  it('are matched to their identifiers', async () => {
    const args = {
      contactDataList: [
        { identifier: 7, firstName: 'Ada', lastName: 'Lovelace' },
        { identifier: 8, firstName: 'Alan', lastName: 'Turing' },
      ],
    };
    const answer = await simulator.call<{
      culturalContactData: Contact[];
      identifierContactMap: Record<string, string>;
    }>(service, 'createCulturalContact', args);
    const numbers = answer.culturalContactData.map((contact) => contact.contactNumber);
    assert.deepEqual(answer.identifierContactMap, { 7: numbers[0], 8: numbers[1] });
  });
});

describe('a login', () => {
  const authenticate = (contactAuthenticationData: object) =>
    simulator.call<{ contactNumber: string | null; uniqueToken: string | null; identification: string }>(
      'ContactAuthenticationPublicService',
      'authenticate',
      { contactAuthenticationData },
    );
  const credentials = { login: DEMO_LOGIN.email, password: DEMO_LOGIN.password };

  it('is accepted with its password only', async () => {
    assert.equal((await authenticate(credentials)).contactNumber, '9001');
    const refused = await authenticate({ ...credentials, password: 'wrong' });
    assert.equal(refused.statusCode, 'error.sim.authenticationFailed');
  });

  it('can be remembered by a token and its identification that are good for one use', async () => {
    const { uniqueToken, identification } = await authenticate({ ...credentials, rememberMe: true });
    const failed = 'error.sim.authenticationFailed';
    assert.equal((await authenticate({ uniqueToken })).statusCode, failed);
    assert.equal((await authenticate({ uniqueToken, identification: 'another' })).statusCode, failed);
    const again = await authenticate({ uniqueToken, identification });
    assert.equal(again.contactNumber, '9001');
    assert.equal((await authenticate({ uniqueToken, identification })).statusCode, failed);
    const next = { uniqueToken: again.uniqueToken, identification: again.identification };
    assert.equal((await authenticate(next)).contactNumber, '9001');
  });

  it('is remembered for a month', async () => {
    const days = (count: number) => (simulator.clock.time += count * 86_400_000);
    const { uniqueToken, identification } = await authenticate({ ...credentials, rememberMe: true });
    days(29);
    const again = await authenticate({ uniqueToken, identification });
    days(31);
    const late = await authenticate({ uniqueToken: again.uniqueToken, identification: again.identification });
    assert.equal(late.statusCode, 'error.sim.authenticationFailed');
  });

  it('can be given another password', async () => {
    const change = (currentPassword: string, newPassword: string) =>
      simulator.call('ContactAuthenticationPublicService', 'changePassword', {
        contactNumber: '9001',
        currentPassword,
        newPassword,
      });
    assert.equal((await change('wrong', 'next')).statusCode, 'error.sim.authenticationFailed');
    assert.equal((await change(DEMO_LOGIN.password, 'next')).statusCode, 'success');
    assert.equal((await authenticate({ ...credentials, password: 'next' })).contactNumber, '9001');
  });
});
