/** For tests: endpoints behind the relay's real guards, on a free port of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkAnswer, checkedFetch } from '@s360-widgets/contract';
import { emptyDatabase } from '../state/database.trial.js';
import { createManualClock, type Database } from '../state/index.js';
import type { BoundEndpoint } from './endpoint.js';
import { Idempotency } from './idempotency.js';
import { createLog } from './log.js';
import { serve } from './server.js';
import { checkDocumented } from './trial.documented.js';
import { Visitors } from './visitors.js';

export interface Trial {
  readonly origin: string;
  /** Throws where an answer is not one that the contract promises and `/openapi.json` describes. */
  readonly fetch: typeof fetch;
  /** Sends a request; a body goes as JSON, a token as bearer, a key as `Idempotency-Key`. Gives the status and the answer, parsed where it is JSON. Checked like `fetch`. */
  ask(
    method: string,
    path: string,
    given?: Given,
  ): Promise<{ status: number; headers: Headers; reply: unknown }>;
  /** The endpoints of answers that went past the app. */
  readonly answersAtHand: readonly string[];
  close(): Promise<void>;
}

const checked = checkedFetch(fetch, (answer) => {
  checkAnswer(answer);
  checkDocumented(answer);
});

type RelayLog = Parameters<typeof serve>[0]['log'];

/**
 * @param visitors by default such as hardly a test uses up
 * @param log by default silent
 * @param database where requests with keys are kept; by default an empty one
 * @param clock by default one that nobody moves
 * @param proofNonce for who signs in; by default one that no proof is good with
 */
export async function tryEndpoints(
  endpoints: readonly BoundEndpoint[],
  visitors?: Visitors,
  log: RelayLog = createLog('silent'),
  database?: Database,
  clock = createManualClock('2026-12-01T20:00:00Z'),
  proofNonce = () => 'a-nonce',
): Promise<Trial> {
  const kept = database ?? (await emptyDatabase(clock));
  const answersAtHand: string[] = [];
  const { messages, listener } = serve({
    endpoints,
    embedFolder: '/nowhere',
    isAllowedOrigin: () => true,
    visitors:
      visitors ?? new Visitors({ database: kept, clock }, { callsPerAddress: 10_000, callsPerCart: 10_000 }),
    idempotency: new Idempotency({ database: kept, clock, log }),
    languages: ['en', 'fr', 'de', 'it'],
    trustedProxies: 0,
    readiness: async () => ({ isReady: true, facts: {} }),
    proofNonce,
    onAnswerAtHand: (endpoint) => void answersAtHand.push(endpoint),
    clock,
    log,
  });
  const server = createServer(messages, listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // A test that fails before it closes must not keep the run alive.
  server.unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    answersAtHand,
    origin,
    fetch: checked,
    ask: (method, path, given) => ask(method, origin + path, given),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Given {
  readonly body?: unknown;
  readonly token?: string;
  readonly key?: string;
}

async function ask(method: string, address: string, { body, token, key }: Given = {}) {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (key !== undefined) headers['idempotency-key'] = key;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const response = await checked(address, { method, headers, body: text });
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const reply: unknown = isJson ? await response.json() : await response.text();
  return { status: response.status, headers: response.headers, reply };
}
