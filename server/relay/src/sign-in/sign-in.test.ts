import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionTokens } from '@s360-widgets/contract';
import { orderWith, tokenOf } from '../order/order.trial.js';
import { ada, Device, grace, signInRelay } from './sign-in.trial.js';

const wrong = { ...ada, password: 'wrong' };
const bodyOf = ({ login, password }: { login: string; password: string }) => ({
  ...{ way: 'password', login, password },
  isRemembered: false,
});

test('who knows login and password is let into the account, and into no other', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { accessToken: token, accessSeconds } = await device.signIn(relay, ada);
  const { status, reply } = await device.ask(relay, 'GET', '/v1/account', { token });
  await relay.close();
  assert.equal(status, 200);
  assert.deepEqual(reply, { firstName: 'Ada', lastName: 'Lovelace', email: ada.login });
  assert.ok(accessSeconds > 0 && accessSeconds <= 600);
});

test('a wrong password is answered as a login that nobody has, word for word', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const answers = [];
  for (const person of [wrong, { login: 'nobody@example.org', password: 'engine' }]) {
    const { status, reply } = await device.ask(relay, 'PUT', '/v1/session', { body: bodyOf(person) });
    answers.push([status, { ...(reply as object), requestId: '' }]);
  }
  await relay.close();
  assert.deepEqual(answers[0], answers[1]);
  assert.equal((answers[0] as unknown[])[0], 403);
  assert.doesNotMatch(JSON.stringify(answers), /Ada|example\.org/);
});

test('where no sign-in is offered there is none', async () => {
  const relay = await signInRelay({ isOffered: false });
  const device = await Device.make();
  const { code } = await device.ask(relay, 'PUT', '/v1/session', { body: bodyOf(ada) });
  await relay.close();
  assert.equal(code, 'not-found');
  assert.deepEqual(relay.office.calls, []);
});

test('an S-360 that does not answer is no wrong password', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  relay.office.isDown = true;
  for (let times = 0; times < 7; times++) {
    const { code } = await device.ask(relay, 'PUT', '/v1/session', { body: bodyOf(ada) });
    assert.equal(code, 'box-office-down');
  }
  relay.office.isDown = false;
  await device.signIn(relay, ada);
  await relay.close();
});

test('tokens are the key’s: those of a session that the key had before are worth nothing', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const before = await device.signIn(relay, ada);
  const { accessToken } = await device.signIn(relay, grace);
  const { code } = await device.ask(relay, 'GET', '/v1/account', { token: before.accessToken });
  const refreshed = await device.refresh(relay, before.refreshToken);
  const { reply } = await device.ask(relay, 'GET', '/v1/account', { token: accessToken });
  await relay.close();
  assert.equal(code, 'session-token-invalid');
  assert.equal(refreshed.code, 'session-ended');
  assert.equal((reply as { email: string }).email, grace.login);
});

test('who signs out is out at once, with both tokens; other devices stay in', async () => {
  const relay = await signInRelay();
  const [device, other] = [await Device.make(), await Device.make()];
  const { accessToken: token, refreshToken } = await device.signIn(relay, ada);
  const { accessToken } = await other.signIn(relay, ada);
  const { status } = await device.ask(relay, 'DELETE', '/v1/session', { token });
  assert.equal(status, 200);
  const codes = [
    await device.ask(relay, 'GET', '/v1/account', { token }),
    await device.refresh(relay, refreshToken),
    await other.ask(relay, 'GET', '/v1/account', { token: accessToken }),
  ].map(({ code }) => code);
  await relay.close();
  assert.deepEqual(codes, ['session-token-invalid', 'session-ended', undefined]);
});

test('who signs out everywhere is out on every device, and nobody else is', async () => {
  const relay = await signInRelay();
  const [device, other, foreign] = [await Device.make(), await Device.make(), await Device.make()];
  const { accessToken: token } = await device.signIn(relay, ada);
  const { refreshToken } = await other.signIn(relay, ada, true);
  const { accessToken } = await foreign.signIn(relay, grace);
  await device.ask(relay, 'DELETE', '/v1/sessions', { token });
  const codes = [
    await other.refresh(relay, refreshToken),
    await foreign.ask(relay, 'GET', '/v1/account', { token: accessToken }),
  ].map(({ code }) => code);
  await relay.close();
  assert.deepEqual(codes, ['session-ended', undefined]);
});

test('a new password needs the one before, and signs out the other devices', async () => {
  const relay = await signInRelay();
  const [device, other] = [await Device.make(), await Device.make()];
  const { accessToken: token } = await device.signIn(relay, ada);
  const { refreshToken } = await other.signIn(relay, ada);
  const change = (currentPassword: string) =>
    device.ask(relay, 'PUT', '/v1/account/password', {
      token,
      body: { currentPassword, newPassword: 'difference engine' },
    });
  assert.deepEqual(await change('wrong').then(({ status, code }) => [status, code]), [
    422,
    'password-refused',
  ]);
  assert.equal((await other.refresh(relay, refreshToken)).status, 200);
  assert.equal((await change(ada.password)).status, 200);
  const stillIn = await device.ask(relay, 'GET', '/v1/account', { token });
  const out = await other.refresh(relay, refreshToken);
  await other.signIn(relay, { ...ada, password: 'difference engine' });
  await relay.close();
  assert.deepEqual([stillIn.status, out.code], [200, 'session-ended']);
});

test('a password can not be found out by who has somebody’s session', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { accessToken: token } = await device.signIn(relay, ada);
  const change = (currentPassword: string) =>
    device.ask(relay, 'PUT', '/v1/account/password', { token, body: { currentPassword, newPassword: 'x' } });
  const codes = [];
  for (const guess of ['1', '2', '3', '4', '5', ada.password]) codes.push((await change(guess)).code);
  await relay.close();
  assert.equal(codes.at(-1), 'too-many-requests');
});

test('the cart from before the sign-in is bought for who signed in', async () => {
  const relay = await signInRelay();
  const device = await Device.make();
  const { accessToken: token } = await device.signIn(relay, ada);
  const order = orderWith();
  const take = (cartToken: string) =>
    device.ask(relay, 'PUT', '/v1/account/cart?lang=en', { token, body: { cartToken } });
  assert.equal((await take('a-token-of-no-cart')).code, 'cart-token-invalid');
  relay.office.order = order;
  assert.equal((await take(tokenOf(order))).status, 200);
  const buyer = await relay.records.contactNumberOf(order.orderId);
  const isOfAccount = await relay.records.accounts.has(order.orderId);
  await relay.close();
  assert.deepEqual([buyer, isOfAccount], [ada.contactNumber, true]);
});

test('login and password are read as they were typed, but for spaces around the login', async () => {
  const relay = await signInRelay();
  relay.office.passwords.set(ada.login, ' engine ');
  const device = await Device.make();
  const told = await device.ask(relay, 'PUT', '/v1/session', { body: bodyOf(ada) });
  assert.equal(told.code, 'sign-in-refused');
  const tokens: SessionTokens = await device.signIn(relay, {
    login: ' ADA@example.org ',
    password: ' engine ',
  });
  await relay.close();
  assert.ok(tokens.refreshToken);
});
