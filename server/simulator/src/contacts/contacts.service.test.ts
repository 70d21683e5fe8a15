import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

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
        <guest>true</guest><hasAdvantages>false</hasAdvantages><hasWarning>false</hasWarning>
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
      const before = await simulator.call<{ contacts: Contact[] }>(service, 'searchContact', {
        firstName: person.firstName,
      });
      assert.equal((await save(args)).statusCode, code);
      const after = await simulator.call<{ contacts: Contact[] }>(service, 'searchContact', {
        firstName: person.firstName,
      });
      assert.equal(after.contacts.length, before.contacts.length);
    });
  }

  it('that is unknown cannot be read', async () => {
    assert.equal((await read('1')).statusCode, 'error.sim.contactNotFound');
  });
});

describe('the search for a contact', () => {
  const search = (args: object) => simulator.call<{ contacts: Contact[] }>(service, 'searchContact', args);
  const grace = { ...person, firstName: 'Grace', lastName: 'Hopper', email: 'Grace@example.org' };

  it('finds all that fit everything that is given, whatever the case, with their addresses', async () => {
    const first = await save({ individualContact: grace, address: { countryCode: 'CH' } });
    const second = await save({ individualContact: { ...grace, firstName: 'Graham' } });
    const numbers = async (args: object) =>
      (await search(args)).contacts.map(({ contactNumber }) => contactNumber);
    assert.deepEqual(await numbers({ email: 'grace@EXAMPLE.org' }), [
      first.contactNumber,
      second.contactNumber,
    ]);
    assert.deepEqual(await numbers({ email: grace.email, firstName: 'grace' }), [first.contactNumber]);
    assert.deepEqual(await numbers({ fileContactNumber: second.contactNumber }), [second.contactNumber]);
    assert.deepEqual(await numbers({ lastName: 'Nobody' }), []);
    const [found] = (await search({ fileContactNumber: first.contactNumber })).contacts;
    assert.equal(found?.addresses[0]?.countryCode, 'CH');
    const { text } = await simulator.soap(service, 'searchContact', '<lastName>hopper</lastName>');
    assert.match(
      text,
      /<ContactSearchResult>.*<contacts>.*<contactNumber>.*<\/contacts><contacts>.*<\/ContactSearchResult>/,
    );
  });

  it('for nothing is refused', async () => {
    assert.equal((await search({})).statusCode, 'error.sim.invalidParameter');
  });
});

describe('a deleted contact', () => {
  it('is gone, and its number is not given again', async () => {
    const { contactNumber } = await save({ individualContact: person });
    const remove = () => simulator.call(service, 'deleteContact', { contactNumber });
    assert.equal((await remove()).statusCode, 'success');
    assert.equal((await read(contactNumber)).statusCode, 'error.sim.contactNotFound');
    assert.equal((await remove()).statusCode, 'error.sim.contactNotFound');
    assert.notEqual((await save({ individualContact: person })).contactNumber, contactNumber);
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

  const create = (...contactDataList: object[]) =>
    simulator.call<{ culturalContactData: (Contact & { guest: boolean })[] }>(
      service,
      'createCulturalContact',
      { contactDataList },
    );

  it('are created together or not at all', async () => {
    const good = { firstName: 'Emmy', lastName: 'Noether', email: 'emmy@example.org', createLogin: true };
    assert.equal((await create(good, { firstName: 'Emmy' })).statusCode, 'error.sim.invalidParameter');
    assert.equal((await create(good, good)).statusCode, 'error.sim.loginTaken');
    const { contacts } = await simulator.call<{ contacts: Contact[] }>(service, 'searchContact', {
      lastName: 'Noether',
    });
    assert.deepEqual(contacts, []);
  });

  it('with a number are those who have it, and keep what is not given', async () => {
    const { contactNumber } = await save({ individualContact: person });
    const { culturalContactData } = await create({ contactNumber, lastName: 'King' });
    assert.equal(culturalContactData[0]?.contactNumber, contactNumber);
    const { individualContact } = await read(contactNumber);
    assert.deepEqual(
      [individualContact.firstName, individualContact.lastName, individualContact.email],
      ['Ada', 'King', person.email],
    );
    const unknown = await create({ contactNumber: '1', lastName: 'King' });
    assert.equal(unknown.statusCode, 'error.sim.contactNotFound');
  });

  it('get a login when it is asked for, one for each e-mail', async () => {
    const data = { firstName: 'Mary', lastName: 'Somerville', email: 'mary@example.org', createLogin: true };
    const { culturalContactData } = await create(data);
    assert.equal(culturalContactData[0]?.guest, false);
    assert.equal((await create(data)).statusCode, 'error.sim.loginTaken');
    assert.equal((await create({ ...data, email: null })).statusCode, 'error.sim.invalidParameter');
  });
});
