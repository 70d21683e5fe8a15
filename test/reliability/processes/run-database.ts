/** What the relays of a run keep their state in, and what can befall it. */

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgresServer } from '@s360-widgets/relay/trial-postgres';
import type { Pace } from '../time/hasty-time.js';
import type { Blow } from '../world.js';
import { fullDisk } from './orders.js';

export type DatabaseName = 'sqlite' | 'postgres';
export type DatabaseBlow = Extract<Blow, 'disk full' | `database ${string}`>;

export interface RunDatabase {
  /** Of a server. */
  readonly url?: string;
  /** Whether the relays share a folder: they share nothing else then. */
  readonly isShared: boolean;
  /** Each resolves when it is over. @param last resolves after as long as it is to last */
  readonly blows: Readonly<Partial<Record<DatabaseBlow, (last: () => Promise<void>) => Promise<void>>>>;
  /** Its time goes by this pace from then on. */
  keep(pace: Pace): Promise<void>;
  stop(): Promise<void>;
}

export const openDatabase = (name: DatabaseName, folder: string): Promise<RunDatabase> | RunDatabase =>
  name === 'sqlite' ? embedded(folder) : server();

const embedded = (folder: string): RunDatabase => ({
  isShared: true,
  blows: {
    async 'disk full'(last) {
      await writeFile(join(folder, fullDisk), '');
      await last();
      await rm(join(folder, fullDisk));
    },
  },
  // Leases and looks go by the relays' own time.
  keep: () => Promise.resolve(),
  stop: () => Promise.resolve(),
});

async function server(): Promise<RunDatabase> {
  const postgres = await startPostgresServer();
  const address = new URL(await postgres.newUrl());
  const path = address.searchParams.get('options') ?? '';
  const schema = path.slice(path.indexOf('=') + 1);
  // What the relays call by its plain name is looked for in their own schema first.
  address.searchParams.set('options', `${path},pg_catalog`);
  const machineMs = '(extract(epoch from pg_catalog.clock_timestamp()) * 1000)::float8';
  await postgres.run(`
    create table ${schema}.pace (machine_ms float8 primary key, time_ms float8, rate float8);
    create function ${schema}.clock_timestamp() returns timestamptz language sql volatile as $$
      select to_timestamp((time_ms + (${machineMs} - machine_ms) * rate) / 1000) from ${schema}.pace
      where machine_ms <= ${machineMs} order by machine_ms desc limit 1
    $$`);
  const mayWrite = async (may: boolean) => {
    await postgres.run(`alter system set default_transaction_read_only = ${may ? 'off' : 'on'}`);
    await postgres.run('select pg_reload_conf()');
  };
  return {
    url: address.href,
    isShared: false,
    blows: {
      async 'database takes no writes'(last) {
        await mayWrite(false);
        await last();
        await mayWrite(true);
      },
      'database restarted': () => postgres.restart(),
    },
    async keep({ machineMs: from, timeMs, rate }) {
      // Also while the relays' database takes no writes.
      const row = `insert into ${schema}.pace values (${from}, ${timeMs}, ${rate})`;
      await postgres.run(`begin read write; ${row}; commit`);
    },
    stop: () => postgres.stop(),
  };
}
