/** For tests: whether what a relay answers, or a test says in its place, is what the contract promises. Nothing in production asks. */
import type * as z from 'zod';
import { contract } from './contract.js';
import { type EndpointContract, problemsOf } from './endpoint-contract.js';
import { endpointsAt } from './endpoint-at.js';
import type { EndpointName, Reply } from './endpoints.js';
import { type ProblemCode, ProblemError } from './problem.js';
import { problem } from './problem-reply.js';
import { problemStatus } from './problem-status.js';

/**
 * Gives the reply back.
 * @throws TypeError that says what of it is not as the contract has it, and where
 */
export function checkReply<Name extends EndpointName>(name: Name, reply: Reply<Name>): Reply<Name> {
  const { reply: promised }: EndpointContract = contract[name];
  if ('schema' in promised) mustFit(name, promised.schema, reply);
  else if (!(reply instanceof Blob)) throw new TypeError(`${name} answered no file`);
  return reply;
}

/**
 * Gives the code back.
 * @throws TypeError if the contract does not name it among those that the endpoint can answer with
 */
export function checkCode(name: EndpointName, code: ProblemCode): ProblemCode {
  if (problemsOf(contract[name]).includes(code)) return code;
  throw new TypeError(`${name} answered ${code}, which its contract does not name`);
}

/**
 * What a fake relay answers to a call: the reply, or the ProblemError that it throws. One that no relay would answer fails the test by
 * an error that nothing under test can catch.
 */
export async function checkedCall<Name extends EndpointName>(
  name: Name,
  answer: () => Reply<Name> | Promise<Reply<Name>>,
): Promise<Reply<Name>> {
  try {
    const reply = await answer();
    failUnless(() => checkReply(name, reply));
    return reply;
  } catch (error) {
    const code = error instanceof ProblemError ? error.code : undefined;
    // The client's own code, for when no relay answers.
    if (code && code !== 'relay-unreachable') failUnless(() => checkCode(name, code));
    throw error;
  }
}

function failUnless(check: () => unknown): void {
  try {
    check();
  } catch (misfit) {
    queueMicrotask(() => {
      throw misfit;
    });
  }
}

/** An answer as it came over the wire. */
export interface SeenAnswer {
  readonly method: string;
  /** With or without a query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

/** @throws TypeError if an answer of the relay is not one that the contract promises; what no endpoint answers is not looked at */
export function checkAnswer({ method, path, status, contentType, text }: SeenAnswer): void {
  const name = endpointsAt(path.replace(/\?.*/, '')).find((at) => contract[at].method === method);
  if (!name || status === 304) return;
  const { reply }: EndpointContract = contract[name];
  if (status !== 200) {
    expectType(name, contentType, 'application/problem+json');
    checkProblem(name, status, JSON.parse(text));
  } else if ('schema' in reply) {
    expectType(name, contentType, 'application/json');
    mustFit(name, reply.schema, JSON.parse(text));
  } else {
    expectType(name, contentType, reply.kind === 'blob' ? reply.type : 'text/html');
  }
}

function checkProblem(name: EndpointName, status: number, body: unknown): void {
  const { code } = mustFit(name, problem, body);
  checkCode(name, code);
  if (status !== problemStatus[code]) throw new TypeError(`${name} answered ${code} with status ${status}`);
}

function mustFit<Schema extends z.ZodType>(
  name: EndpointName,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'the reply'}: ${message}`);
  throw new TypeError(
    `${name} answered what its contract does not promise: ${faults.slice(0, 5).join('; ')}`,
  );
}

function expectType(name: EndpointName, contentType: string | null, promised: string): void {
  if (contentType?.startsWith(promised)) return;
  throw new TypeError(`${name} answered ${contentType ?? 'no type'} instead of ${promised}`);
}

/** A `fetch` that throws where an answer of the relay is not one that the contract promises, or that `check` lets pass. */
export const checkedFetch =
  (fetch: typeof globalThis.fetch, check = checkAnswer): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    const request = new Request(input, { ...init, signal: null });
    const { status, headers } = response;
    const text = await response.clone().text();
    const { pathname: path } = new URL(request.url);
    check({ method: request.method, path, status, contentType: headers.get('content-type'), text });
    return response;
  };
