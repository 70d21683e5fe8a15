import type { Reply } from '@s360-widgets/contract';
import type { accountEndpoints } from '@s360-widgets/contract/endpoints.account';
import { purchaseSamples } from './samples.purchase.js';
import type { Sample } from './shape.js';

const tokens = { accessToken: '', accessSeconds: 0, refreshToken: '' } as const;

/** What is read of sessions and accounts. */
export const accountSamples: { readonly [Name in keyof typeof accountEndpoints]: Sample<Reply<Name>> } = {
  signIn: tokens,
  refreshSession: tokens,
  signOut: {},
  signOutEverywhere: {},
  getAccount: { firstName: '', lastName: '', email: '' },
  changePassword: {},
  takeCart: purchaseSamples.getCart,
};
