import { fileURLToPath } from 'node:url';

export interface RelaySurroundings {
  readonly simulator: string;
  /** Holds what the relay keeps. */
  readonly folder: string;
  readonly callsPerMinute: number;
}

const outcomes = fileURLToPath(new URL('../../../server/simulator/outcomes.json', import.meta.url));
/** All visitors of a run come from one address. */
const many = '100000';

/** What a relay of a run is told. */
export const relayEnvironment = ({ simulator, folder, callsPerMinute }: RelaySurroundings) => ({
  RELAY_PUBLIC_URL: 'http://localhost:8080',
  RELAY_ORIGINS: 'loopback',
  RELAY_SECRET: 'a secret that is at least 32 characters',
  RELAY_STATE_DIR: folder,
  RELAY_CALLS_PER_ADDRESS: many,
  RELAY_CALLS_PER_CART: many,
  RELAY_S360_CALLS_PER_MINUTE: String(callsPerMinute),
  S360_BASE_URL: simulator,
  S360_INSTITUTION: 'DEMO',
  S360_OPERATOR: 'DEMO_WEB',
  S360_SECRET: 'demo-secret',
  S360_OUTCOMES_FILE: outcomes,
  PAYMENT_WIDGET_URL: `${simulator}/epc/widget.js`,
});

/** A page that payments may return to. */
export const returnUrl = 'http://localhost/checkout.html';
