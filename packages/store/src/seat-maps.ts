import { loadKeyed } from './catalog.js';
import { inLanguage } from './programme.js';
import { ready } from './remote.js';
import type { SeatMapData } from './state.js';
import type { Slice, Tools } from './store.js';

/** The seats of a performance. */
export const seatMapSlice: Slice = {
  name: 'seat-map',
  initial: { seatMaps: {} },
  isSpoken: true,
  handlers: {
    'seat-map-load': ({ performanceId }, tools) =>
      loadKeyed(tools, 'seatMaps', performanceId, () => seats(performanceId, tools)),
    'seat-states-load': ({ performanceId }, tools) => follow(performanceId, tools),
  },
};

async function seats(performanceId: string, tools: Tools): Promise<SeatMapData> {
  const seatMap = await tools.client.call('getSeatMap', {
    params: { performanceId },
    query: inLanguage(tools),
  });
  const plan = await tools.client.call('getSeatPlan', { params: { planHash: seatMap.planHash } });
  return { seatMap, plan, updates: [] };
}

async function follow(performanceId: string, tools: Tools): Promise<void> {
  const known = tools.state.seatMaps[performanceId]?.value;
  if (!known) return;
  const last = known.updates.at(-1) ?? known.seatMap.states;
  const states = await tools.client.call('getSeatStates', {
    params: { performanceId },
    query: { since: String(last.version) },
  });
  if (states.planHash !== last.planHash)
    return void (await tools.dispatch('seat-map-load', { performanceId }));
  const updates = states.all === null ? [...known.updates, states] : [states];
  tools.set({ seatMaps: { ...tools.state.seatMaps, [performanceId]: ready({ ...known, updates }) } });
}
