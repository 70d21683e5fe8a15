/** What the contract says of an endpoint. */
import * as z from 'zod';
import type { Access, Endpoint } from './endpoints.programme.js';
import { language } from './ids.js';
import type { ProblemCode } from './problem-status.js';

/** What a caller sends along. An endpoint without a body is sent none. */
export interface Body {
  /** JSON, the fields of an HTML form, or bytes as they were signed. */
  readonly kind: 'json' | 'form' | 'raw';
  readonly schema: z.ZodType;
}

/** What comes back with status 200: JSON, a file, a page of HTML, or events one after another, each of which fits the schema. */
export type ReplyContract =
  | { readonly kind: 'json'; readonly schema: z.ZodType }
  | { readonly kind: 'blob'; readonly type: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'stream'; readonly schema: z.ZodType };

/**
 * One endpoint, whole. The relay binds it, the client's types follow from it, tests hold answers against it, and `openApi` describes it.
 * Nothing needs a webhook, a form, a page or a stream yet: the relay has a guard or a reader for what is in use, and does not
 * compile when an endpoint asks for another.
 */
export interface EndpointContract extends Endpoint {
  readonly access: Access;
  /** What it is for, in one line, for developers. */
  readonly summary: string;
  /** Path parameters; `none` where the path has none. Strict like all that is sent: an unknown member is refused. */
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body?: Body;
  readonly reply: ReplyContract;
  /** Why it may be refused, beside what `problemsOf` adds for its access and for every request. */
  readonly problems: readonly ProblemCode[];
}

export const none = z.strictObject({});
export const inLanguage = z.strictObject({ lang: language });

/** What may come of asking S-360, whatever it is asked. */
export const boxOfficeProblems = [
  'too-many-requests',
  'box-office-busy',
  'box-office-down',
  'box-office-timeout',
  'box-office-refused',
] as const satisfies readonly ProblemCode[];

/** What may come of asking S-360 for an order. */
export const orderProblems = [...boxOfficeProblems, 'cart-ended'] as const satisfies readonly ProblemCode[];

/** What may come of changing an order. */
export const changeProblems = [
  ...orderProblems,
  'cart-closed',
  'payment-in-progress',
] as const satisfies readonly ProblemCode[];

/** What the relay may answer before it looks at what an endpoint is for. */
const requestProblems = [
  'request-invalid',
  'origin-refused',
  'body-too-large',
  'media-type-unsupported',
  'box-office-busy',
  'internal',
] as const satisfies readonly ProblemCode[];

/** What may come of asking, by who may ask. */
const proofProblems = ['proof-invalid', 'proof-nonce-needed'] as const satisfies readonly ProblemCode[];
const sessionProblems = ['session-token-invalid', ...proofProblems] as const;
const accessProblems: Partial<Record<Access, readonly ProblemCode[]>> = {
  cart: ['cart-token-invalid'],
  key: proofProblems,
  session: sessionProblems,
  visitor: sessionProblems,
};

/** What may come of a key. */
const keyProblems = [
  'request-in-progress',
  'idempotency-key-reused',
] as const satisfies readonly ProblemCode[];

/** Whether a request may carry an `Idempotency-Key`: other methods may be sent twice as they are. */
export const takesKey = ({ method }: Pick<Endpoint, 'method'>): boolean => method === 'POST';

/** Whether a request may say in `Request-Timeout` how long its sender waits: what only looks has nothing to take back. */
export const takesTimeLimit = ({ method }: Pick<Endpoint, 'method'>): boolean => method !== 'GET';

/** Every code that an endpoint can answer with. */
export function problemsOf(endpoint: EndpointContract): ProblemCode[] {
  const { access, problems } = endpoint;
  const ofKey = takesKey(endpoint) ? keyProblems : [];
  return [...new Set([...requestProblems, ...(accessProblems[access] ?? []), ...ofKey, ...problems])];
}
