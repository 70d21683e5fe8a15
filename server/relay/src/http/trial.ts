/** For tests: endpoints behind the relay's real guards, on a free port of this machine. */
import type { AddressInfo } from 'node:net';
import { checkAnswer, checkedFetch } from '@s360-widgets/contract';
import { createManualClock } from '../state/index.js';
import type { BoundEndpoint } from './endpoint.js';
import { createLog } from './log.js';
import { createServer } from './server.js';
import { checkDocumented } from './trial.documented.js';
import { Visitors } from './visitors.js';

export interface Trial {
  readonly origin: string;
  /** Throws where an answer is not one that the contract promises and `/openapi.json` describes. */
  readonly fetch: typeof fetch;
  /** Sends a request; a body goes as JSON, a token as bearer. Gives the status and the answer, parsed where it is JSON. Checked like `fetch`. */
  ask(
    method: string,
    path: string,
    given?: { body?: unknown; token?: string },
  ): Promise<{ status: number; headers: Headers; reply: unknown }>;
  close(): Promise<void>;
}

const checked = checkedFetch(fetch, (answer) => {
  checkAnswer(answer);
  checkDocumented(answer);
});

type RelayLog = Parameters<typeof createServer>[0]['log'];

/**
 * @param visitors by default such as hardly a test uses up
 * @param log by default silent
 */
export async function tryEndpoints(
  endpoints: readonly BoundEndpoint[],
  visitors = new Visitors({ callsPerAddress: 10_000, callsPerCart: 10_000 }),
  log: RelayLog = createLog('silent'),
): Promise<Trial> {
  const app = createServer({
    endpoints,
    embedFolder: '/nowhere',
    isAllowedOrigin: () => true,
    visitors,
    languages: ['en', 'fr', 'de', 'it'],
    trustedProxies: 0,
    readiness: async () => ({ isReady: true, facts: {} }),
    clock: createManualClock('2026-12-01T20:00:00Z'),
    log,
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // A test that fails before it closes must not keep the run alive.
  server.unref();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    fetch: checked,
    async ask(method, path, { body, token } = {}) {
      const headers: Record<string, string> = {};
      if (body !== undefined) headers['content-type'] = 'application/json';
      if (token !== undefined) headers.authorization = `Bearer ${token}`;
      const text = body === undefined ? undefined : JSON.stringify(body);
      const response = await checked(origin + path, { method, headers, body: text });
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      const reply: unknown = isJson ? await response.json() : await response.text();
      return { status: response.status, headers: response.headers, reply };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
