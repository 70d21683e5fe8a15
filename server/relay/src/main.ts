/** Starts the relay. The only file that does something on import. */
import { createServer, type Server } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createRelay } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import { createLog, gatheredOutput } from './http/log.js';
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
const log = createLog(config.RELAY_LOG_LEVEL, gatheredOutput());
const relay = await createRelay(config, { clock: createSystemClock(), log }).catch(exitWithWords);
await relay.restore();
const server = createServer(relay.messages, relay.listener);
// A body of 32 kB needs no half minute; a proxy in front must not find a connection closed that it just kept.
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;

/** A port that can't be listened on ends the relay, in words. */
function exitAtFault(variable: string, port: number | undefined) {
  return (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE';
    console.error(isTaken ? `Port ${port} is taken. Set ${variable} to another one.` : error.message);
    process.exit(1);
  };
}

server.on('error', exitAtFault('RELAY_PORT', config.RELAY_PORT));
server.listen(config.RELAY_PORT, config.RELAY_HOST, () => {
  log.info({ address: server.address(), publicUrl: config.RELAY_PUBLIC_URL }, 'relay listens');
});
const { RELAY_METRICS_PORT: metricsPort, RELAY_METRICS_HOST: metricsHost } = config;
const metrics = metricsPort === undefined ? undefined : createServer(relay.metrics);
metrics?.on('error', exitAtFault('RELAY_METRICS_PORT', metricsPort));
metrics?.listen(metricsPort, metricsHost);
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
  // Who keeps a connection open would send the next request on it, perhaps just as it is closed.
  server.prependListener('request', (_request, response) => (response.shouldKeepAlive = false));
  await setTimeout(config.RELAY_DRAIN_SECONDS * 1_000);
  // Just after all who have come were let in: who waits at a port that closes is cut off.
  await setImmediate();
  metrics?.close();
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
