import type { Endpoint } from './endpoints.programme.js';

/** The routes of who signs in. */
export const accountEndpoints = {
  signIn: { method: 'PUT', path: '/v1/session', access: 'key' },
  refreshSession: { method: 'PUT', path: '/v1/session/tokens', access: 'key' },
  signOut: { method: 'DELETE', path: '/v1/session', access: 'session' },
  signOutEverywhere: { method: 'DELETE', path: '/v1/sessions', access: 'session' },
  getAccount: { method: 'GET', path: '/v1/account', access: 'session', made: true },
  changePassword: { method: 'PUT', path: '/v1/account/password', access: 'session' },
  /** A cart from before the sign-in becomes that of who signed in. */
  takeCart: { method: 'PUT', path: '/v1/account/cart', access: 'session' },
} as const satisfies Record<string, Endpoint>;
