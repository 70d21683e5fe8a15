/** Starts the relay. The only file that does something on import. */
import { createServer, type Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createRelay } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { createLog } from './http/log.js';
import { createSystemClock, DatabaseClosed } from './state/index.js';

/** How long requests under way may take when the relay is told to stop: longer than S-360 may take for a write. */
const patienceMs = 40_000;

/** What the operator can mend is told in words, without a trace. */
function exitWithWords(error: unknown): never {
  if (!(error instanceof ConfigError || error instanceof DatabaseClosed)) throw error;
  console.error(error.message);
  process.exit(1);
}

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    return exitWithWords(error);
  }
}

const config = readConfigOrExit();
const log = createLog(config.RELAY_LOG_LEVEL);
const relay = await createRelay(config, { clock: createSystemClock(), log }).catch(exitWithWords);
const server = createServer(relay.app);
// A body of 32 kB needs no half minute; a proxy in front must not find a connection closed that it just kept.
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;

server.on('error', (error: NodeJS.ErrnoException) => {
  const isTaken = error.code === 'EADDRINUSE';
  console.error(
    isTaken ? `Port ${config.RELAY_PORT} is taken. Set RELAY_PORT to another one.` : error.message,
  );
  process.exit(1);
});
server.listen(config.RELAY_PORT, config.RELAY_HOST, () => {
  log.info({ address: server.address(), publicUrl: config.RELAY_PUBLIC_URL }, 'relay listens');
});
relay.start().then(
  () => log.info({}, 'relay tried everything once'),
  (error: unknown) => {
    log.error({ err: error }, 'relay can not start');
    process.exit(1);
  },
);

/**
 * Says that it is not ready for as long as a balancer needs to hear it, takes no new requests then, lets those under way end, and what
 * it does by itself. A second signal ends at once.
 */
async function stop(signal: string): Promise<void> {
  process.once(signal, () => process.exit(1));
  log.info({ signal }, 'relay stops');
  relay.prepareToStop();
  await setTimeout(config.RELAY_DRAIN_SECONDS * 1_000);
  await closed(server);
  await relay.stop();
}

/** Connections that visitors keep open are closed as soon as nothing is asked on them any more. */
async function closed(listening: Server): Promise<void> {
  const isClosed = new Promise((resolve) => listening.close(resolve));
  const closing = setInterval(() => listening.closeIdleConnections(), 200);
  const patience = new AbortController();
  setTimeout(patienceMs, undefined, { signal: patience.signal }).then(
    () => listening.closeAllConnections(),
    () => undefined,
  );
  await isClosed;
  clearInterval(closing);
  patience.abort();
}

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal));
