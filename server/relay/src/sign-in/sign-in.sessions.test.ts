import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionTokens } from '@s360-widgets/contract';
import { onBothDatabases } from '../state/database.trial.js';
import { ada, Device, signInRelay, type Told } from './sign-in.trial.js';

const hour = 3_600_000;
const tokensIn = ({ reply, status }: Told): SessionTokens => {
  assert.equal(status, 200);
  return reply as SessionTokens;
};

onBothDatabases('five tabs that refresh at once at three relays all go on', async (trial) => {
  const { database, clock, openAgain } = trial;
  const relay = await signInRelay({ database, clock });
  const { office } = relay;
  const others = await Promise.all(
    [1, 2].map(async () => signInRelay({ database: await openAgain(), clock, office })),
  );
  const relays = [relay, ...others];
  const device = await Device.make();
  const { refreshToken } = await device.signIn(relay, ada);
  const tabs = [0, 1, 2, 0, 1].map((at) => device.refresh(relays[at] ?? relay, refreshToken));
  const next = (await Promise.all(tabs)).map(tokensIn);
  for (const { accessToken: token } of next)
    assert.equal((await device.ask(relay, 'GET', '/v1/account', { token })).status, 200);
  const rows = await database.query.selectFrom('session').selectAll().execute();
  for (const one of relays) await one.close();
  assert.deepEqual(
    rows.map(({ generation }) => generation),
    [2],
  );
});

onBothDatabases(
  'a refresh token that comes again a minute later ends the session everywhere',
  async (trial) => {
    const { database, clock, openAgain } = trial;
    const relay = await signInRelay({ database, clock });
    const second = await signInRelay({ database: await openAgain(), clock, office: relay.office });
    const device = await Device.make();
    const { refreshToken } = await device.signIn(relay, ada);
    const next = tokensIn(await device.refresh(relay, refreshToken));
    clock.advance(59_000);
    tokensIn(await device.refresh(second, refreshToken));
    clock.advance(1_000);
    assert.equal((await device.refresh(second, refreshToken)).code, 'session-ended');
    assert.equal((await device.refresh(relay, next.refreshToken)).code, 'session-ended');
    const look = await device.ask(second, 'GET', '/v1/account', { token: next.accessToken });
    await relay.close();
    await second.close();
    assert.equal(look.code, 'session-token-invalid');
  },
);

onBothDatabases('a refresh token that comes with another key ends the session at once', async (trial) => {
  const relay = await signInRelay(trial);
  const [device, thief] = [await Device.make(), await Device.make()];
  const { refreshToken } = await device.signIn(relay, ada);
  assert.equal((await thief.refresh(relay, refreshToken)).code, 'session-ended');
  assert.equal((await device.refresh(relay, refreshToken)).code, 'session-ended');
  await relay.close();
});

test('an access token is over after some minutes, and the next one is to be had', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { accessToken: token, accessSeconds, refreshToken } = await device.signIn(relay, ada);
  const look = (by: string) => device.ask(relay, 'GET', '/v1/account', { token: by });
  relay.clock.advance(accessSeconds * 1_000 - 1);
  assert.equal((await look(token)).status, 200);
  relay.clock.advance(1);
  assert.equal((await look(token)).code, 'session-token-invalid');
  const next = tokensIn(await device.refresh(relay, refreshToken));
  assert.equal((await look(next.accessToken)).status, 200);
  await relay.close();
});

test('who is not to be remembered is out after twelve hours', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  let { refreshToken } = await device.signIn(relay, ada);
  for (let hours = 1; hours < 12; hours++) {
    relay.clock.advance(hour);
    ({ refreshToken } = tokensIn(await device.refresh(relay, refreshToken)));
  }
  relay.clock.advance(hour);
  assert.equal((await device.refresh(relay, refreshToken)).code, 'session-ended');
  await relay.close();
  assert.deepEqual(relay.office.calls, ['authenticate']);
});

test('who is remembered stays in for months, and S-360 is asked once a day', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  let { refreshToken } = await device.signIn(relay, ada, true);
  for (let times = 0; times < 180; times++) {
    relay.clock.advance(12 * hour);
    ({ refreshToken } = tokensIn(await device.refresh(relay, refreshToken)));
  }
  await relay.close();
  assert.equal(relay.office.calls.length, 1 + 90);
});

test('who is remembered and stays away for a month is out', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { refreshToken } = await device.signIn(relay, ada, true);
  relay.clock.advance(30 * 24 * hour);
  assert.equal((await device.refresh(relay, refreshToken)).code, 'session-ended');
  await relay.close();
});

test('whom S-360 lets in no more is out with the next day’s refresh', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { refreshToken } = await device.signIn(relay, ada, true);
  relay.office.remembered.clear();
  relay.clock.advance(24 * hour);
  assert.equal((await device.refresh(relay, refreshToken)).code, 'session-ended');
  await relay.close();
});

test('an S-360 that does not answer throws nobody out', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { refreshToken } = await device.signIn(relay, ada, true);
  relay.clock.advance(24 * hour);
  relay.office.isDown = true;
  const next = tokensIn(await device.refresh(relay, refreshToken));
  relay.office.isDown = false;
  tokensIn(await device.refresh(relay, next.refreshToken));
  await relay.close();
  assert.deepEqual(relay.office.calls, ['authenticate', 'authenticate', 'authenticate']);
});

test('what S-360 remembers by is nowhere to be read in the rows, nor is a login', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  await device.signIn(relay, ada, true);
  const rows = await Promise.all([
    relay.database.query.selectFrom('session').selectAll().execute(),
    relay.database.query.selectFrom('sign_in_try').selectAll().execute(),
    relay.database.query.selectFrom('write_intent').selectAll().execute(),
  ]);
  await relay.close();
  const text = JSON.stringify(rows);
  const secrets = [
    ada.login,
    ada.password,
    relay.office.remembered.get(ada.contactNumber) ?? '',
    'of the token',
  ];
  for (const word of secrets) assert.ok(word && !text.includes(word), word);
});

test('ended sessions are dropped', async () => {
  const relay = await signInRelay();
  await (await Device.make()).signIn(relay, ada);
  await (await Device.make()).signIn(relay, ada, true);
  relay.clock.advance(13 * hour);
  await relay.sessions.forgetEnded();
  const rows = await relay.database.query.selectFrom('session').selectAll().execute();
  await relay.close();
  assert.equal(rows.length, 1);
});
