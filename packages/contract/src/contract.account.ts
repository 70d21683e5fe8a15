import * as z from 'zod';
import { cart } from './cart.js';
import {
  boxOfficeProblems,
  changeProblems,
  type EndpointContract,
  inLanguage,
  none,
} from './endpoint-contract.js';
import { accountEndpoints } from './endpoints.account.js';
import { account, done, passwordChange, sessionToken, sessionTokens, signInProof } from './session.js';

const tokens = { kind: 'json', schema: sessionTokens } as const;
const nothing = { kind: 'json', schema: done } as const;

/** Signing in, staying so, and out again. */
export const accountContract = {
  signIn: {
    ...accountEndpoints.signIn,
    summary: 'Signs in the holder of a key; whoever it was signed in for before is not any more',
    params: none,
    query: none,
    body: { kind: 'json', schema: signInProof },
    reply: tokens,
    problems: [...boxOfficeProblems, 'not-found', 'sign-in-refused'],
  },
  refreshSession: {
    ...accountEndpoints.refreshSession,
    summary: 'The next tokens; sent again within a minute, the same ones once more',
    params: none,
    query: none,
    body: { kind: 'json', schema: z.strictObject({ refreshToken: sessionToken }) },
    reply: tokens,
    problems: ['session-ended'],
  },
  signOut: {
    ...accountEndpoints.signOut,
    summary: 'Ends this session, at once and at every relay',
    params: none,
    query: none,
    reply: nothing,
    problems: [],
  },
  signOutEverywhere: {
    ...accountEndpoints.signOutEverywhere,
    summary: 'Ends all sessions of the account, on whatever device',
    params: none,
    query: none,
    reply: nothing,
    problems: [],
  },
  getAccount: {
    ...accountEndpoints.getAccount,
    summary: 'Who has signed in',
    params: none,
    query: none,
    reply: { kind: 'json', schema: account },
    problems: boxOfficeProblems,
  },
  changePassword: {
    ...accountEndpoints.changePassword,
    summary: 'Replaces the password, and ends the other sessions of the account',
    params: none,
    query: none,
    body: { kind: 'json', schema: passwordChange },
    reply: nothing,
    problems: [...boxOfficeProblems, 'not-found', 'password-refused'],
  },
  takeCart: {
    ...accountEndpoints.takeCart,
    summary: 'Makes a cart that of who has signed in: it is bought for them',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: z.strictObject({ cartToken: sessionToken }) },
    reply: { kind: 'json', schema: cart },
    problems: [...changeProblems, 'cart-token-invalid'],
  },
} as const satisfies Record<string, EndpointContract>;
