import { inLanguage, load } from './programme.js';
import { idle } from './remote.js';
import type { Slice } from './store.js';

/** What a search looks through beside the list of events. */
export const searchSlice: Slice = {
  name: 'search',
  initial: { descriptions: idle },
  isSpoken: true,
  handlers: {
    'descriptions-load': (_, tools) =>
      load(
        tools,
        tools.state.descriptions,
        (descriptions) => tools.set({ descriptions }),
        () => tools.client.call('listDescriptions', { query: inLanguage(tools) }),
      ),
  },
};
