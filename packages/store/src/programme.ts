import { ProblemError } from '@s360-widgets/contract/problem';
import { failed, idle, loading, type Remote, ready } from './remote.js';
import type { Slice, Tools } from './store.js';

/** The list of events. */
export const programmeSlice: Slice = {
  name: 'programme',
  initial: { events: idle },
  isSpoken: true,
  handlers: {
    'events-load': (_, tools) =>
      load(
        tools,
        tools.state.events,
        (events) => tools.set({ events }),
        () => tools.client.call('listEvents', { query: inLanguage(tools) }),
      ),
  },
};

/** The query of every read. */
export const inLanguage = (tools: Tools) => ({ lang: tools.state.lang });

/** Loading, then ready or failed; an answer in a language that the visitor has left meanwhile is dropped. */
export async function load<T>(
  tools: Tools,
  before: Remote<T>,
  put: (remote: Remote<T>) => void,
  read: () => Promise<T>,
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
