import { LateStorage } from './late-storage.js';
import type { Clock, Device, TabChannel } from './outside.js';

/**
 * The browser's storage and tabs for one shop.
 * @param name the shop's own; the relay's address will do
 */
export const browserDevice = (name: string, clock: Clock): Device => ({
  storage: new LateStorage(name, clock),
  tabs: browserTabs(name),
});

/** A BroadcastChannel; silence where there is none. */
function browserTabs(name: string): TabChannel {
  const channel = attempt(() => new BroadcastChannel(`s360-${name}`));
  return {
    post: (message) => attempt(() => channel?.postMessage(message)),
    listen: (listener) => channel?.addEventListener('message', (event) => listener(event.data)),
  };
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
