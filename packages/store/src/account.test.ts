import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sign } from '@s360-widgets/client';
import { ProblemError } from '@s360-widgets/contract/problem';
import { accountSlice } from './account.js';
import { cartSlice } from './cart.js';
import { ordersSlice } from './orders.js';
import type { SessionKeys } from './session-keys.js';
import { type Answers, cart, settled, shopOf } from './store.fixture.js';

const relayAddress = 'https://tickets.example.org/relay';
const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' };
const given = { login: ada.email, password: 'engine', isRemembered: false };
const tokensOf = (no: number) => ({
  accessToken: `access-${no}`,
  accessSeconds: 300,
  refreshToken: `refresh-${no}`,
});

/** Keys that are kept, or by a browser that refuses them as long as the page. */
function keysOf(isKept = true): SessionKeys & { pair: CryptoKeyPair | undefined } {
  return {
    pair: undefined,
    async get() {
      return this.pair;
    },
    async put(pair) {
      this.pair = pair;
      return isKept;
    },
    async forget() {
      this.pair = undefined;
    },
  };
}

/** What a proof says. */
function claimsIn(proof: string | undefined): Record<string, string> {
  return JSON.parse(Buffer.from(proof?.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    string
  >;
}

/** A relay that asks for the nonce `fresh`, and takes the tokens of one generation. */
function officeOf({ generation = 1, isEnded = false } = {}) {
  const office = { generation, isEnded, shown: [] as { name: string; headers: Record<string, string> }[] };
  const look = async (name: string, sign: Sign | undefined, path: string) => {
    const headers = (await sign?.('PUT', path)) ?? {};
    office.shown.push({ name, headers });
    if (claimsIn(headers.dpop).nonce !== 'fresh')
      throw new ProblemError('proof-nonce-needed', { proofNonce: 'fresh' });
    const { authorization } = headers;
    if (!authorization) return;
    if (office.isEnded || authorization !== `DPoP access-${office.generation}`)
      throw new ProblemError('session-token-invalid');
  };
  const answers: Answers = {
    async signIn({ body, sign }) {
      await look('signIn', sign, '/v1/session');
      if (body.password !== given.password) throw new ProblemError('sign-in-refused');
      return tokensOf(office.generation);
    },
    async refreshSession({ body, sign }) {
      await look('refreshSession', sign, '/v1/session/tokens');
      if (office.isEnded || body.refreshToken !== `refresh-${office.generation - 1}`)
        throw new ProblemError('session-ended');
      return tokensOf(office.generation);
    },
    async getAccount({ sign }) {
      await look('getAccount', sign, '/v1/account');
      return ada;
    },
    async signOut({ sign }) {
      await look('signOut', sign, '/v1/session');
      office.isEnded = true;
      return {};
    },
    async takeCart({ sign }) {
      await look('takeCart', sign, '/v1/account/cart');
      return cart();
    },
    getCart: async () => cart(),
    openCart: async ({ sign }) => {
      if (sign) await look('openCart', sign, '/v1/carts');
      return { token: 'opened', cart: cart() };
    },
  };
  return { office, answers };
}

function shop(keys = keysOf(), stored: Record<string, unknown> = {}) {
  const { office, answers } = officeOf();
  const slices = [accountSlice({ relay: relayAddress, keys }), cartSlice, ordersSlice];
  return { ...shopOf({ answers, stored, slices }), office, keys };
}

describe('who signs in', () => {
  it('is known by name, and every later call is signed by a key that nobody can read', async () => {
    const { store, office, keys, factNames } = shop();
    assert.equal(await store.dispatch('sign-in', given), null);
    assert.deepEqual(store.state.account.value, ada);
    assert.ok(factNames().includes('signed-in'));
    assert.equal(keys.pair?.privateKey.extractable, false);
    const { headers } = office.shown.at(-1)!;
    const { htm, htu, nonce } = claimsIn(headers.dpop);
    assert.deepEqual([htm, htu, nonce], ['PUT', `${relayAddress}/v1/account`, 'fresh']);
    assert.equal(headers.authorization, 'DPoP access-1');
  });

  it('asks again once with the nonce that the relay tells, and never a third time', async () => {
    const { store, calls } = shop();
    await store.dispatch('sign-in', given);
    assert.equal(calls().filter((name) => name === 'signIn').length, 2);
    assert.equal(calls().filter((name) => name === 'getAccount').length, 1);
  });

  it('is told when the password is wrong, and nothing is kept', async () => {
    const { store, storage, keys } = shop();
    const problem = await store.dispatch('sign-in', { ...given, password: 'wrong' });
    assert.equal(problem?.code, 'sign-in-refused');
    assert.deepEqual([storage.values.get('session'), keys.pair], [undefined, undefined]);
  });

  it('is known on the next page', async () => {
    const { store, storage, keys } = shop();
    await store.dispatch('sign-in', given);
    const next = shop(keys, Object.fromEntries(storage.values));
    await next.store.dispatch('account-load', {});
    assert.deepEqual(next.store.state.account.value, ada);
  });

  it('is not known on the next page of a browser that keeps no key, and is told so', async () => {
    const { store, storage } = shop(keysOf(false));
    await store.dispatch('sign-in', given);
    assert.deepEqual([store.state.account.value, store.state.isSessionKept], [ada, false]);
    assert.equal(storage.values.get('session'), undefined);
  });

  it('keeps the cart, which is now theirs', async () => {
    const { store, relay, storage } = shop(keysOf(), { 'cart-token': 'a-guest' });
    await store.dispatch('cart-load', {});
    await store.dispatch('sign-in', given);
    const { options } = relay.calls.find(({ name }) => name === 'takeCart')!;
    assert.deepEqual(options.body, { cartToken: 'a-guest' });
    assert.equal(storage.values.get('cart-token'), 'a-guest');
  });

  it('opens carts as who they are, and a guest opens them as nobody', async () => {
    const { store, office } = shop();
    const items = [{ kind: 'item', eventId: '1', itemId: '2', tariffs: [{ tariffId: '3', quantity: 1 }] }];
    await store.dispatch('cart-add', { items: items as never });
    assert.equal(office.shown.length, 0);
    await store.dispatch('cart-dismiss', {});
    await store.dispatch('sign-in', given);
    await store.dispatch('cart-dismiss', {});
    await store.dispatch('cart-add', { items: items as never });
    assert.equal(office.shown.at(-1)?.name, 'openCart');
  });
});

describe('a session', () => {
  it('goes on with the next tokens when the access token is over', async () => {
    const { store, office, storage } = shop();
    await store.dispatch('sign-in', given);
    office.generation = 2;
    assert.equal(await store.dispatch('account-load', {}), null);
    assert.deepEqual(store.state.account.value, ada);
    assert.equal((storage.values.get('session') as { refreshToken: string }).refreshToken, 'refresh-2');
  });

  it('that has ended elsewhere ends here, once and quietly', async () => {
    const { store, office, storage, keys, calls, factNames } = shop();
    await store.dispatch('sign-in', given);
    office.isEnded = true;
    const before = calls().length;
    assert.equal(await store.dispatch('account-load', {}), null);
    assert.deepEqual(calls().slice(before), ['getAccount', 'refreshSession']);
    assert.equal(store.state.account.value, null);
    assert.deepEqual([storage.values.get('session'), keys.pair], [undefined, undefined]);
    assert.equal(factNames().filter((name) => name === 'signed-out').length, 1);
  });

  it('whose key is gone is none, and nobody is asked', async () => {
    const { store, storage, calls } = shop(keysOf(), {
      session: { ...tokensOf(1), guestOrderIds: [] },
    });
    await store.dispatch('account-load', {});
    assert.deepEqual([store.state.account.value, calls()], [null, []]);
    assert.equal(storage.values.get('session'), undefined);
  });

  it('of an S-360 that does not answer goes on', async () => {
    const { store, relay, storage } = shop();
    await store.dispatch('sign-in', given);
    relay.answers.getAccount = new ProblemError('box-office-down');
    assert.equal((await store.dispatch('account-load', {}))?.code, 'box-office-down');
    assert.equal(store.state.account.status, 'failed');
    assert.ok(storage.values.get('session'));
  });

  it('begun or ended in one tab is so in the others', async () => {
    const { store, otherTab, office } = shop();
    await store.dispatch('account-load', {});
    const heard: unknown[] = [];
    otherTab.listen((message) => heard.push((message as { kind: string }).kind));
    await store.dispatch('sign-in', given);
    await store.dispatch('sign-out', { everywhere: false });
    assert.equal(heard.filter((kind) => kind === 'session').length, 2);
    office.isEnded = false;
    await store.dispatch('sign-in', given);
    office.isEnded = true;
    otherTab.post({ kind: 'session' });
    for (let round = 0; round < 1_000 && store.state.account.value; round++) await settled();
    assert.equal(store.state.account.value, null);
  });
});

describe('who signs out', () => {
  it('leaves nothing personal on the device, but what was there as a guest’s', async () => {
    const { store, storage, keys, office, factNames } = shop(keysOf(), {
      orders: [{ orderId: '1', token: 'a-guest' }],
      'cart-token': 't',
    });
    await store.dispatch('sign-in', given);
    await storage.update('orders', (old) => [{ orderId: '2', token: 'b' }, ...((old as object[]) ?? [])]);
    assert.equal(await store.dispatch('sign-out', { everywhere: false }), null);
    assert.ok(office.isEnded);
    assert.deepEqual(
      [storage.values.get('session'), keys.pair, storage.values.get('cart-token')],
      [undefined, undefined, undefined],
    );
    assert.deepEqual(storage.values.get('orders'), [{ orderId: '1', token: 'a-guest' }]);
    assert.deepEqual([store.state.account.value, store.state.cart.value], [null, null]);
    assert.equal(factNames().filter((name) => name === 'signed-out').length, 1);
  });
});
