/** For unit tests: a real PostgreSQL, gone when the tests of the file are over. */
import { after } from 'node:test';
import { startPostgresServer, type PostgresServer, type TrialPostgres } from './postgres.fixture.js';

const running: PostgresServer[] = [];
after(async () => {
  await Promise.all(running.map((server) => server.stop()));
});

let started: Promise<TrialPostgres> | undefined;

/** One for the whole process. */
export function trialPostgres(): Promise<TrialPostgres> {
  started ??= startPostgres();
  return started;
}

/** One that nobody else uses. */
export async function startPostgres(): Promise<PostgresServer> {
  const server = await startPostgresServer();
  running.push(server);
  return server;
}
