import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { DEMO_LOGIN } from './contact-book.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

const service = 'ContactAuthenticationPublicService';

const change = (contactNumber: string | undefined, individualContact: object) =>
  simulator.call<{ contactNumber: string }>('ContactInformationPublicService', 'saveIndividualContact', {
    contactNumber,
    individualContact,
  });
const save = async (individualContact: object) => (await change(undefined, individualContact)).contactNumber;

describe('a login', () => {
  const authenticate = (contactAuthenticationData: object) =>
    simulator.call<{ contactNumber: string | null; uniqueToken: string | null; identification: string }>(
      service,
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
      simulator.call(service, 'changePassword', {
        contactNumber: '9001',
        currentPassword,
        newPassword,
      });
    assert.equal((await change('wrong', 'next')).statusCode, 'error.sim.authenticationFailed');
    assert.equal((await change(DEMO_LOGIN.password, 'next')).statusCode, 'success');
    assert.equal((await authenticate({ ...credentials, password: 'next' })).contactNumber, '9001');
  });

  it('is also that of the contact’s number, within the kind of contact that is asked for', async () => {
    const { password } = credentials;
    const byNumber = { contactNumber: '9001', password: 'next' };
    assert.equal((await authenticate(byNumber)).contactNumber, '9001');
    assert.equal((await authenticate({ ...byNumber, contactTypeScope: 'INDIVIDUAL' })).contactNumber, '9001');
    const refused: [object, string][] = [
      [{ ...byNumber, password }, 'error.sim.authenticationFailed'],
      [{ ...byNumber, contactTypeScope: 'STRUCTURE' }, 'error.sim.authenticationFailed'],
      [{ ...byNumber, contactTypeScope: 'FAMILY' }, 'error.sim.invalidParameter'],
      [{ password: 'next' }, 'error.sim.invalidParameter'],
    ];
    for (const [data, code] of refused) assert.equal((await authenticate(data)).statusCode, code);
  });

  it('of an operator opens with the code and the secret of the services', async () => {
    const operator = { operatorLogin: true, login: 'DEMO_WEB', password: 'demo-secret' };
    const { statusCode, contactNumber } = await authenticate(operator);
    assert.deepEqual([statusCode, contactNumber], ['success', null]);
    const wrong = await authenticate({ ...operator, password: credentials.password });
    assert.equal(wrong.statusCode, 'error.sim.authenticationFailed');
  });

  it('is given to a contact once, under an e-mail that nobody else logs in with', async () => {
    const individualContact = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' };
    const create = (contactNumber: string, password: string | null = 'engine') =>
      simulator.call(service, 'createLogin', { contactNumber, password });
    const [first, second] = [await save(individualContact), await save(individualContact)];
    assert.equal((await create(first, null)).statusCode, 'error.sim.invalidParameter');
    assert.equal((await create(first)).statusCode, 'success');
    const login = { login: 'ADA@example.org', password: 'engine' };
    assert.equal((await authenticate(login)).contactNumber, first);
    for (const [contactNumber, code] of [
      [first, 'error.sim.loginTaken'],
      [second, 'error.sim.loginTaken'],
      ['1', 'error.sim.contactNotFound'],
    ] as const)
      assert.equal((await create(contactNumber)).statusCode, code);
    assert.equal((await change(first, { email: DEMO_LOGIN.email })).statusCode, 'error.sim.loginTaken');
  });
});
