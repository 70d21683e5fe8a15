import { ProblemError } from '@s360-widgets/contract/problem';
import { failed, idle, loading, type Remote, ready } from './remote.js';
import type { ShopState } from './state.js';
import type { Slice, Tools } from './store.js';

/** Events, one event, the shop's own facts: what everybody may read. */
export const catalogSlice: Slice = {
  name: 'catalog',
  handlers: {
    'shop-load': (_, tools) =>
      load(tools, 'shop', tools.state.shop, () => tools.client.call('getShop', { query: inLanguage(tools) })),
    'events-load': (_, tools) =>
      load(tools, 'events', tools.state.events, () =>
        tools.client.call('listEvents', { query: inLanguage(tools) }),
      ),
    'event-load': ({ eventId }, tools) =>
      loadKeyed(tools, 'event', eventId, () =>
        tools.client.call('getEvent', { params: { eventId }, query: inLanguage(tools) }),
      ),
  },
};

/** The query of every read. */
export const inLanguage = (tools: Tools) => ({ lang: tools.state.lang });

type Single = 'shop' | 'events';
type Keyed = 'event' | 'seatMaps';

async function load<Key extends Single>(
  tools: Tools,
  key: Key,
  before: ShopState[Key],
  read: () => Promise<NonNullable<ShopState[Key]['value']>>,
): Promise<void> {
  const put = (remote: Remote<unknown>) => tools.set({ [key]: remote });
  await settle(tools, before, put, read);
}

/** Reads one of many into the state, by its id. */
export async function loadKeyed<Key extends Keyed>(
  tools: Tools,
  key: Key,
  id: string,
  read: () => Promise<NonNullable<ShopState[Key][string]['value']>>,
): Promise<void> {
  const put = (remote: Remote<unknown>) => tools.set({ [key]: { ...tools.state[key], [id]: remote } });
  await settle(tools, tools.state[key][id] ?? idle, put, read);
}

/** Loading, then ready or failed; an answer in a language that the visitor has left meanwhile is dropped. */
async function settle(
  tools: Tools,
  before: Remote<unknown>,
  put: (remote: Remote<unknown>) => void,
  read: () => Promise<unknown>,
): Promise<void> {
  if (before.status === 'loading') return;
  const { lang } = tools.state;
  put(loading(before));
  try {
    const value = await read();
    if (tools.state.lang === lang) put(ready(value));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (tools.state.lang === lang) put(failed(error, before));
    throw error;
  }
}
