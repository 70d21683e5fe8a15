import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const service = 'ContactInformationPublicService';

interface Told {
  authorizations: { allowed: boolean; authorizationCode: string }[];
  contactConnections: { connectionType: string; contactNumber: string; lastName: string }[];
  contactCriteria: { criterionCode: string; selected: boolean }[];
  indicators: { code: string; value: boolean }[];
}

const call = async (method: string, args: object) => (await simulator.call(service, method, args)).statusCode;
const read = (contactNumber: string, ...details: string[]) =>
  simulator.call<Told>(service, 'getContactData', { contactNumber, details });

async function create(lastName: string): Promise<string> {
  const individualContact = { firstName: 'Ada', lastName, email: 'ada@example.org' };
  const saved = await simulator.call<{ contactNumber: string }>(service, 'saveIndividualContact', {
    individualContact,
  });
  return saved.contactNumber;
}

describe('what a contact allows', () => {
  const update = (authorizations?: object[], contactNumber = '9001') =>
    call('updateContactAuthorizations', { contactNumber, authorizations });

  it('is told when it is asked for, and stays where it is not changed', async () => {
    assert.equal(
      await update([
        { authorizationCode: 'EMAIL', allowed: true },
        { authorizationCode: 'SMS', allowed: true },
      ]),
      'success',
    );
    assert.equal(await update([{ authorizationCode: 'EMAIL', allowed: false }]), 'success');
    assert.deepEqual((await read('9001', 'AUTHORIZATIONS')).authorizations, [
      { allowed: false, authorizationCode: 'EMAIL' },
      { allowed: true, authorizationCode: 'SMS' },
    ]);
    assert.deepEqual((await read('9001')).authorizations, []);
  });

  it('is not changed by a list with a code that is unknown or a word that is missing', async () => {
    const good = { authorizationCode: 'EMAIL', allowed: true };
    for (const bad of [{ authorizationCode: 'FAX', allowed: true }, { authorizationCode: 'SMS' }])
      assert.equal(await update([good, bad]), 'error.sim.invalidParameter');
    assert.equal(await update(), 'error.sim.invalidParameter');
    assert.equal(await update([good], '1'), 'error.sim.contactNotFound');
    assert.deepEqual((await read('9001', 'AUTHORIZATIONS')).authorizations, []);
  });
});

describe('what qualifies a contact', () => {
  const update = (contactCriteria: object[]) =>
    call('updateContactCriteria', { contactNumber: '9001', contactCriteria });

  it('is chosen and taken back', async () => {
    const [opera, sport] = ['OPERA', 'SPORT'].map((criterionCode) => ({ criterionCode, selected: true }));
    assert.equal(await update([opera ?? {}, sport ?? {}]), 'success');
    assert.equal(await update([{ criterionCode: 'OPERA', selected: false }]), 'success');
    assert.deepEqual((await read('9001', 'CRITERIA')).contactCriteria, [sport]);
    assert.equal(await update([{ criterionCode: 'CHESS', selected: true }]), 'error.sim.invalidParameter');
  });
});

describe('linked contacts', () => {
  const link = (parentContactNumber: string, contactNumber: string) =>
    call('linkContacts', { parentContactNumber, contactNumber });
  const connections = async (contactNumber: string) =>
    (await read(contactNumber, 'CONNECTIONS')).contactConnections.map(
      ({ connectionType, contactNumber: other }) => [connectionType, other],
    );

  it('are told on both sides until the link or one of them is gone', async () => {
    const [first, second] = [await create('Byron'), await create('King')];
    for (const child of [first, second]) assert.equal(await link('9001', child), 'success');
    assert.deepEqual(await connections('9001'), [
      ['SUBSIDIARY', first],
      ['SUBSIDIARY', second],
    ]);
    assert.deepEqual(await connections(first), [['PARENT', '9001']]);
    assert.equal(await call('unlinkContacts', { contactNumber: first }), 'success');
    assert.deepEqual(await connections(first), []);
    await call('deleteContact', { contactNumber: '9001' });
    assert.deepEqual(await connections(second), []);
  });

  it('are two levels at most, and nobody is linked to themselves', async () => {
    const [first, second] = [await create('Byron'), await create('King')];
    await link('9001', first);
    for (const [parent, child] of [
      [first, second],
      [second, '9001'],
      [second, second],
    ] as const)
      assert.equal(await link(parent, child), 'error.sim.invalidParameter');
    assert.equal(await link('1', first), 'error.sim.contactNotFound');
    assert.equal(await link('9001', '1'), 'error.sim.contactNotFound');
  });
});

describe('an indicator', () => {
  it('says whether the contact has a login', async () => {
    const guest = await create('Byron');
    for (const [number, value] of [
      ['9001', true],
      [guest, false],
    ] as const)
      assert.deepEqual((await read(number, 'INDICATORS')).indicators, [{ code: 'LOGIN', value }]);
  });
});
