import * as z from 'zod';
import { text } from './text.js';

/** The ways to sign in that a relay may offer. Those that lead over a page of another house come back with a code. */
export const signInWay = z.enum(['password']);
export type SignInWay = z.infer<typeof signInWay>;

/** As typed: spaces are part of a password. */
const password = text.min(1).max(200);

/** What a visitor says to be let into an account: of the way with a password, the login and that. */
export const signInProof = z.strictObject({
  way: z.literal('password'),
  login: text.trim().min(1).max(120),
  password,
  /** Signed in for a month at a time, else for some hours. */
  isRemembered: z.boolean(),
});
export type SignInProof = z.infer<typeof signInProof>;

/** Which password, and by which other one it is replaced. */
export const passwordChange = z.strictObject({ currentPassword: password, newPassword: password });

/** A token of the relay, which means nothing to a page. */
export const sessionToken = z
  .string()
  .max(1_000)
  .regex(/^[A-Za-z0-9._-]+$/, 'a token');

/** What lets who has signed in go on. Good only together with proofs by the key that asked for them (RFC 9449). */
export const sessionTokens = z.strictObject({
  accessToken: sessionToken,
  /** After that it is asked for anew, with the refresh token. */
  accessSeconds: z.int(),
  /** Each is good for one use; who sends it again much later, or with another key, ends the session. */
  refreshToken: sessionToken,
});
export type SessionTokens = z.infer<typeof sessionTokens>;

/** Who has signed in: what could not be read, or was never given, is empty. Personal: only ever answered to themselves. */
export const account = z.strictObject({ firstName: z.string(), lastName: z.string(), email: z.string() });
export type Account = z.infer<typeof account>;

/** Reply of what was done and has nothing to tell. */
export const done = z.strictObject({});
