import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { DEMO_LOGIN } from './contact-book.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const service = 'ContactSocialLoginService';
const google = { provider: 'GOOGLE', providerUserReference: 'g-77' };
const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org', language: 'en' };

const addLink = (args: object) => simulator.call(service, 'addLink', args);
const createUser = (args: object) =>
  simulator.call<{ contactNumber: string | null }>(service, 'createUser', args);
const authenticate = ({ provider, providerUserReference }: typeof google) =>
  simulator.call<{ contactNumber: string | null }>('ContactAuthenticationPublicService', 'authenticate', {
    contactAuthenticationData: {
      identityProvider: provider,
      providerUserReference,
      socialLogin: true,
      rememberMe: true,
    },
  });

describe('a link to another house', () => {
  it('logs its contact in from the next call on, and may be added again', async () => {
    assert.equal((await authenticate(google)).statusCode, 'error.sim.authenticationFailed');
    const link = { contactNumber: '9001', ...google };
    for (const _ of ['first', 'again']) assert.equal((await addLink(link)).statusCode, 'success');
    assert.equal((await authenticate(google)).contactNumber, '9001');
    const elsewhere = { ...google, provider: 'FACEBOOK' };
    assert.equal((await authenticate(elsewhere)).statusCode, 'error.sim.authenticationFailed');
  });

  it('is one contact’s', async () => {
    const { contactNumber } = await createUser({ signUpData: ada, ...google });
    assert.equal((await addLink({ contactNumber: '9001', ...google })).statusCode, 'error.sim.loginTaken');
    assert.equal((await authenticate(google)).contactNumber, contactNumber);
  });

  const wrong: [title: string, args: object, code: string][] = [
    ['a contact that is unknown', { contactNumber: '1', ...google }, 'error.sim.contactNotFound'],
    ['no contact', google, 'error.sim.invalidParameter'],
    [
      'a provider that is unknown',
      { contactNumber: '9001', ...google, provider: 'MYSPACE' },
      'error.sim.invalidParameter',
    ],
    [
      'the provider NONE',
      { contactNumber: '9001', ...google, provider: 'NONE' },
      'error.sim.invalidParameter',
    ],
    ['no reference', { contactNumber: '9001', provider: 'GOOGLE' }, 'error.sim.invalidParameter'],
  ];
  for (const [title, args, code] of wrong) {
    it(`with ${title} is refused`, async () => {
      assert.equal((await addLink(args)).statusCode, code);
    });
  }

  it('is on the wire as decided', async () => {
    const xml =
      '<contactNumber>9001</contactNumber><provider>SWISSPASS</provider><providerUserReference>s-1</providerUserReference>';
    const { text } = await simulator.soap(service, 'addLink', xml);
    assert.match(
      text,
      /<ns2:addLinkResponse xmlns:ns2="http:\/\/v1_0\.ContactSocialLoginService\.service\.secutix\.com\/"><WebMethodResult>.*<statusCode>success</,
    );
  });
});

describe('a user who comes from another house', () => {
  it('is a contact with that login', async () => {
    const { contactNumber } = await createUser({ signUpData: ada, ...google });
    assert.equal((await authenticate(google)).contactNumber, contactNumber);
    const { individualContact } = await simulator.call<{ individualContact: typeof ada }>(
      'ContactInformationPublicService',
      'getContactData',
      { contactNumber },
    );
    assert.equal(individualContact.lastName, 'Lovelace');
  });

  it('has no password that anybody could know', async () => {
    await createUser({ signUpData: ada, ...google });
    const { statusCode } = await simulator.call('ContactAuthenticationPublicService', 'authenticate', {
      contactAuthenticationData: { login: ada.email },
    });
    assert.equal(statusCode, 'error.sim.authenticationFailed');
  });

  it('is refused where that e-mail or that reference is a login already, or without an e-mail', async () => {
    await createUser({ signUpData: ada, ...google });
    const other = { provider: 'GOOGLE', providerUserReference: 'g-78' };
    const refused: [object, string][] = [
      [{ signUpData: { ...ada, email: DEMO_LOGIN.email }, ...other }, 'error.sim.loginTaken'],
      [{ signUpData: { ...ada, email: 'lady@example.org' }, ...google }, 'error.sim.loginTaken'],
      [{ signUpData: { ...ada, email: null }, ...other }, 'error.sim.invalidParameter'],
      [other, 'error.sim.invalidParameter'],
    ];
    for (const [args, code] of refused) assert.equal((await createUser(args)).statusCode, code);
    assert.equal((await authenticate(other)).statusCode, 'error.sim.authenticationFailed');
  });
});
