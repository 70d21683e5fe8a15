import type { Client } from '@s360-widgets/client';
import { ProblemError } from '@s360-widgets/contract/problem';
import { cartUsers } from './cart-users.js';
import { failed, idle, loading, ready } from './remote.js';
import { isCode, Session } from './session.js';
import type { SessionKeys } from './session-keys.js';
import type { Slice, Tools } from './store.js';

/** What the tabs of a site tell each other: somebody has signed in, or out. */
const message = { kind: 'session' };

export interface AccountSettings {
  /** Where the relay answers. */
  readonly relay: string;
  readonly keys: SessionKeys;
}

/** Who has signed in: every page and tab of the site sees the same. */
export function accountSlice({ relay, keys }: AccountSettings): Slice {
  const sessions = new WeakMap<Tools, Session>();
  /** Opened when the slice begins to be used. */
  const sessionOf = (tools: Tools): Session => sessions.get(tools)!;
  return {
    name: 'account',
    initial: { account: idle, isSessionKept: true },
    handlers: {
      'account-load': (_, tools) => load(tools, sessionOf(tools)),
      async 'sign-in'(given, tools) {
        const session = sessionOf(tools);
        const { storage } = await tools.device();
        const orders = (await storage.get<{ orderId: string }[]>('orders')) ?? [];
        const guestOrderIds = orders.map(({ orderId }) => orderId);
        const isSessionKept = await session.begin({ way: 'password', ...given }, guestOrderIds);
        tools.set({ isSessionKept });
        await takeCart(tools, session);
        await reloadCart(tools);
        await load(tools, session);
        tools.fact('signed-in', {});
        await tell(tools);
      },
      async 'sign-out'({ everywhere }, tools) {
        const session = sessionOf(tools);
        const name = everywhere ? 'signOutEverywhere' : 'signOut';
        await session.call(name, {}).catch(unlessEnded);
        await leave(tools, session);
      },
      async 'password-change'(body, tools) {
        const session = sessionOf(tools);
        await session
          .call('changePassword', { body })
          .catch((error: unknown) => endIfOver(error, tools, session));
      },
    },
    start: (tools) => void sessions.set(tools, startSession(tools, { relay, keys })),
  };
}

function startSession(tools: Tools, settings: AccountSettings): Session {
  const { client } = tools;
  const session = new Session({ ...settings, client, storage: async () => (await tools.device()).storage });
  tools.client = clientOf(client, session);
  tools.device().then(
    ({ tabs }) => tabs.listen((heard) => void hear(heard, tools)),
    () => {},
  );
  return session;
}

/** Another tab tells that somebody has signed in there, or out. */
async function hear(heard: unknown, tools: Tools): Promise<void> {
  if ((heard as Partial<typeof message> | null)?.kind !== message.kind) return;
  await reloadCart(tools);
  await tools.dispatch('account-load', {});
}

/** Opens carts for who has signed in; all else is asked for as before. */
function clientOf(client: Client, session: Session): Client {
  return {
    async call(name, options) {
      if (name !== 'openCart' || !(await session.kept())) return client.call(name, options);
      return session.call(name, options).catch((error: unknown) => {
        if (!isCode(error, 'session-ended')) throw error;
        return client.call(name, options);
      });
    },
  };
}

/** @throws ProblemError where S-360 can't say who it is; that somebody has signed in is known all the same */
async function load(tools: Tools, session: Session): Promise<void> {
  const before = tools.state.account;
  if (!(await session.kept())) return tools.set({ account: ready(null) });
  tools.set({ account: loading(before) });
  try {
    tools.set({ account: ready(await session.call('getAccount', {})) });
  } catch (error) {
    await endIfOver(error, tools, session).catch((problem: ProblemError) => {
      tools.set({ account: failed(problem, before) });
      throw problem;
    });
  }
}

/** What the cart shows of its buyer is another's now. */
async function reloadCart(tools: Tools): Promise<void> {
  if (cartUsers.has(tools)) await tools.dispatch('cart-load', {});
}

/** What a guest has chosen is bought for who has signed in; a cart that can't be had any more is no reason not to be. */
async function takeCart(tools: Tools, session: Session): Promise<void> {
  const { storage } = await tools.device();
  const cartToken = tools.state.unkeptToken ?? (await storage.get<string>('cart-token'));
  if (!cartToken) return;
  const query = { lang: tools.state.lang };
  await session.call('takeCart', { query, body: { cartToken } }).catch((error: unknown) => {
    if (isCode(error, 'session-ended')) throw error;
  });
}

/** The relay has ended the session: so does this device, quietly. @throws any other error */
async function endIfOver(error: unknown, tools: Tools, session: Session): Promise<void> {
  if (!isCode(error, 'session-ended')) throw error;
  await leave(tools, session);
}

function unlessEnded(error: unknown): void {
  if (!isCode(error, 'session-ended')) throw error;
}

/** Nothing of the person stays on this device: session, cart, and the orders that came with it. */
async function leave(tools: Tools, session: Session): Promise<void> {
  const guestOrderIds = (await session.kept())?.guestOrderIds ?? [];
  await session.forget();
  const { storage } = await tools.device();
  await storage.update<{ orderId: string }[]>('orders', (old) =>
    old?.filter(({ orderId }) => guestOrderIds.includes(orderId)),
  );
  await dismissCart(tools);
  tools.set({ account: ready(null), orders: idle, isSessionKept: true });
  tools.fact('signed-out', {});
  await tell(tools);
}

async function tell(tools: Tools): Promise<void> {
  const { tabs } = await tools.device();
  tabs.post(message);
}

/** What is in it is given back when its hold ends. Only who signs out needs the code for it. */
async function dismissCart(tools: Tools): Promise<void> {
  const { cartSlice } = await import('./cart.js').catch((cause: unknown) => {
    throw new ProblemError('relay-unreachable', {}, { cause });
  });
  tools.use(cartSlice);
  await cartSlice.handlers['cart-dismiss']?.({}, tools);
}
