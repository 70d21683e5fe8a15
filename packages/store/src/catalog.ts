import { inLanguage, load } from './programme.js';
import { idle } from './remote.js';
import type { ShopState } from './state.js';
import type { Slice, Tools } from './store.js';

/** One event, and the shop's own facts. */
export const catalogSlice: Slice = {
  name: 'catalog',
  initial: { shop: idle, event: {} },
  isSpoken: true,
  handlers: {
    'shop-load': (_, tools) =>
      load(
        tools,
        tools.state.shop,
        (shop) => tools.set({ shop }),
        () => tools.client.call('getShop', { query: inLanguage(tools) }),
      ),
    'event-load': ({ eventId }, tools) =>
      loadKeyed(tools, 'event', eventId, () =>
        tools.client.call('getEvent', { params: { eventId }, query: inLanguage(tools) }),
      ),
  },
};

type Keyed = 'event' | 'seatMaps';
type Value<Key extends Keyed> = NonNullable<ShopState[Key][string]['value']>;

/** Reads one of many into the state, by its id. */
export const loadKeyed = <Key extends Keyed>(
  tools: Tools,
  key: Key,
  id: string,
  read: () => Promise<Value<Key>>,
): Promise<void> =>
  load<unknown>(
    tools,
    tools.state[key][id] ?? idle,
    (remote) => tools.set({ [key]: { ...tools.state[key], [id]: remote } }),
    read,
  );
