import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { tokenOf, orderWith } from '../order/order.trial.js';
import { onBothDatabases } from '../state/database.trial.js';
import { ada, Device, publicUrl, signInRelay, type Signed } from './sign-in.trial.js';

/** A device that has signed in, and was told a nonce. */
async function signedIn() {
  const relay = await signInRelay();
  const device = await Device.make();
  const { accessToken: token } = await device.signIn(relay, ada);
  const look = (signed: Signed = {}) => device.ask(relay, 'GET', '/v1/account', { token, ...signed });
  return { relay, device, token, look };
}

test('without a nonce a page is told one, which other pages may read, and is let in with it', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const proof = await device.proof('PUT', '/v1/session');
  const body = { way: 'password', login: ada.login, password: ada.password, isRemembered: false };
  const answer = await relay.fetch(`${relay.origin}/v1/session`, {
    method: 'PUT',
    headers: { dpop: proof, 'content-type': 'application/json', origin: 'https://www.example.org' },
    body: JSON.stringify(body),
  });
  assert.equal(((await answer.json()) as { code: string }).code, 'proof-nonce-needed');
  assert.ok(answer.headers.get('dpop-nonce'));
  assert.match(answer.headers.get('access-control-expose-headers') ?? '', /DPoP-Nonce/);
  assert.deepEqual(relay.office.calls, []);
  assert.equal((await device.ask(relay, 'PUT', '/v1/session', { body })).status, 200);
  await relay.close();
});

test('a page may send proofs and their tokens from another origin', async () => {
  const { relay } = await signedIn();
  const headers = { origin: 'https://www.example.org', 'access-control-request-method': 'PUT' };
  const answer = await fetch(`${relay.origin}/v1/session`, { method: 'OPTIONS', headers });
  await relay.close();
  assert.match(answer.headers.get('access-control-allow-headers') ?? '', /Authorization,.*DPoP/);
});

test('no visitor’s clock needs to be right', async () => {
  const { relay, look } = await signedIn();
  const now = Math.floor(relay.clock.now() / 1_000);
  for (const iat of [now - 3 * 3_600, now + 3 * 3_600, undefined, 0])
    assert.equal((await look({ claims: { iat } })).status, 200, `${iat}`);
  await relay.close();
});

test('a proof is good as long as its nonce: five minutes', async () => {
  const { relay, device, token, look } = await signedIn();
  const old = await device.proof('GET', '/v1/account', { token });
  relay.clock.advance(241_000);
  assert.equal((await look()).status, 200);
  const kept = await device.proof('GET', '/v1/account', { token });
  relay.clock.advance(70_000);
  const told = await device.show(relay, old, 'GET', '/v1/account', { token });
  assert.equal(told.code, 'proof-nonce-needed');
  assert.equal(
    (await device.show(relay, kept, 'GET', '/v1/account', { token })).code,
    'session-token-invalid',
  );
  await relay.close();
});

test('an address counts as it is meant and not as it is spelt', async () => {
  const { relay, look } = await signedIn();
  for (const htu of [
    'https://X.TEST/tickets/v1/account',
    'https://x.test:443/tickets/v1/account',
    'https://x.test/tickets/v1/account?lang=fr',
    'https://x.test/%74ickets/v1/account',
  ])
    assert.equal((await look({ claims: { htu } })).status, 200, htu);
  for (const htu of [
    'http://x.test/tickets/v1/account',
    'https://x.test/v1/account',
    'https://x.test/tickets/v1/account/password',
    'https://x.test/tickets/v1/accoun',
    'https://evil.test/tickets/v1/account',
    `${relay.origin}/v1/account`,
    '/v1/account',
  ])
    assert.equal((await look({ claims: { htu } })).code, 'proof-invalid', htu);
  assert.equal((await look({ claims: { htm: 'PUT' } })).code, 'proof-invalid');
  await relay.close();
});

test('a host that a request claims steers nothing', async () => {
  const { relay, device, token } = await signedIn();
  const proof = await device.proof('GET', '/v1/account', { token });
  const answer = await relay.fetch(`${relay.origin}/v1/account`, {
    headers: {
      ...{ dpop: proof, authorization: `DPoP ${token}` },
      ...{ 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' },
    },
  });
  await relay.close();
  assert.equal(answer.status, 200);
});

test('a proof says which token it goes with', async () => {
  const { relay, look } = await signedIn();
  assert.equal((await look({ claims: { ath: undefined } })).code, 'proof-invalid');
  assert.equal((await look({ claims: { ath: 'of-another' } })).code, 'proof-invalid');
  await relay.close();
});

test('only a signature of the key in the proof, made for this, is a proof', async () => {
  const { relay, device, token, look } = await signedIn();
  const show = (proof: string) => device.show(relay, proof, 'GET', '/v1/account', { token });
  const claims = { jti: 'a-proof-of-its-own', htm: 'GET', htu: `${publicUrl}v1/account` };
  const unsigned = [{ alg: 'none', typ: 'dpop+jwt', jwk: device.jwk }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const shared = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'dpop+jwt', jwk: device.jwk })
    .sign(new TextEncoder().encode(JSON.stringify(device.jwk)));
  const other = await generateKeyPair('ES256', { extractable: true });
  const privateJwk = await exportJWK(device.keys.privateKey);
  for (const [what, told] of [
    ['unsigned', await show(`${unsigned.join('.')}.`)],
    ['unsigned, with something in its place', await show(`${unsigned.join('.')}.AAAA`)],
    ['by a shared secret', await show(shared)],
    ['by another key', await look({ header: { jwk: await exportJWK(other.publicKey) } })],
    ['with the private key in it', await look({ header: { jwk: privateJwk } })],
    ['without a key', await look({ header: { jwk: undefined } })],
    ['another kind of token', await look({ header: { typ: 'JWT' } })],
    ['without a name', await look({ claims: { jti: undefined } })],
    ['two at once', await show(`${await device.proof('GET', '/v1/account', { token })}, x`)],
    ['none', await show('')],
  ] as const)
    assert.deepEqual([told.status, told.code], [401, 'proof-invalid'], what);
  const long = await look({ claims: { jti: 'x'.repeat(10_000) } });
  assert.deepEqual([long.status, long.code], [400, 'request-invalid']);
  await relay.close();
});

test('a token is worth nothing without its own key, nor in another’s place', async () => {
  const { relay, device, token } = await signedIn();
  const thief = await Device.make();
  const { refreshToken } = await device.signIn(relay, ada);
  const look = (by: Device, signed: Signed) => by.ask(relay, 'GET', '/v1/account', signed);
  const codes = [
    await look(thief, { token }),
    await look(device, { token, scheme: 'Bearer' }),
    await look(device, { token: refreshToken }),
    await look(device, { token: tokenOf(orderWith()) }),
    await look(device, {}),
    await device.ask(relay, 'GET', `/v1/account?access_token=${token}`, {}),
    await device.ask(relay, 'PUT', '/v1/session/tokens', { body: { refreshToken: token } }),
  ].map(({ code }) => code);
  await relay.close();
  assert.deepEqual(codes, [...Array<string>(6).fill('session-token-invalid'), 'session-ended']);
});

test('a bearer of a token alone is turned away before anything is looked at', async () => {
  const { relay, token } = await signedIn();
  const { status, reply } = await relay.ask('GET', '/v1/account', { token });
  await relay.close();
  assert.deepEqual([status, (reply as { code: string }).code], [401, 'session-token-invalid']);
});

onBothDatabases('a proof is good once, at whichever relay', async ({ database, clock, openAgain }) => {
  const relay = await signInRelay({ database, clock });
  const { office } = relay;
  const second = await signInRelay({ database: await openAgain(), clock, office });
  const device = await Device.make();
  const { accessToken: token } = await device.signIn(relay, ada);
  const proof = await device.proof('GET', '/v1/account', { token });
  const shows = [relay, second, relay, second].map((one) =>
    device.show(one, proof, 'GET', '/v1/account', { token }),
  );
  const codes = (await Promise.all(shows)).map(({ code }) => code ?? 'in');
  await relay.close();
  await second.close();
  assert.deepEqual(codes.sort(), ['in', 'proof-invalid', 'proof-invalid', 'proof-invalid']);
});

onBothDatabases('proofs are forgotten when their nonce is over', async ({ database, clock }) => {
  const relay = await signInRelay({ database, clock });
  const device = await Device.make();
  await device.signIn(relay, ada);
  const count = async () => (await database.query.selectFrom('shown_proof').selectAll().execute()).length;
  clock.advance(400_000);
  assert.equal(await count(), 1);
  await device.signIn(relay, ada);
  await relay.close();
  assert.equal(await count(), 1);
});
