import { type Server, createServer } from 'node:http';
import type { Express } from 'express';
import { createSimulator } from './app.js';
import { readConfig } from './config.js';
import { createPriceList } from './season/price-list.js';
import { createSeason } from './season/season.js';

/** Says why and ends: nothing has started yet. */
function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The configuration, or the end of the process with all that is wrong with it. */
function configOrFail() {
  try {
    return readConfig(process.env);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Resolves once the server listens; a taken port ends the process and says which variable changes it. */
function listen(app: Express, port: number, variable: string, host?: string): Promise<Server> {
  const server = createServer(app);
  // A client that is slow to read a long answer must not find the connection closed on the rest of it.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      fail(
        taken ? `Port ${port} is taken. Set ${variable} to another one.` : `Port ${port}: ${error.message}`,
      );
    });
    server.listen({ port, host }, () => resolve(server));
  });
}

const config = configOrFail();
const season = createSeason({
  seed: config.seed,
  now: new Date(),
  publicUrl: config.origin,
  prices: createPriceList(config.prices),
  pointOfSale: config.pointOfSale,
});
const simulator = createSimulator({
  season,
  origin: config.origin,
  lifetimes: config,
  callsPerMinute: config.callsPerMinute,
  spacing: config.spacing,
  dialect: config.dialect,
});
const servers = [
  await listen(simulator.app, config.port, 'SIMULATOR_PORT'),
  await listen(simulator.control, config.controlPort, 'SIMULATOR_CONTROL_PORT', '127.0.0.1'),
];
console.log(`S-360 simulator: ${config.origin} (control: http://127.0.0.1:${config.controlPort})`);

/** Connections that never got an answer on purpose must not keep the process. */
function stop(): void {
  simulator.close();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
