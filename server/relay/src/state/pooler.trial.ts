/** For unit tests: a real pgbouncer in transaction mode before a PostgreSQL of the tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { freePort } from './postgres.fixture.js';

const running: { readonly pooler: ChildProcess; readonly folder: string }[] = [];
after(async () => {
  await Promise.all(running.map(end));
});

/** Gives the address of the same schema through the pooler, which is gone when the tests of the file are over. */
export async function startPooler(program: string, url: string): Promise<string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const [folder, ownPort] = [await mkdtemp(join(tmpdir(), 'relay-pooler-')), await freePort()];
  const options = searchParams.get('options') ?? '';
  const schema = options.replace('-c search_path=', '');
  const database = `host=${hostname} port=${port} user=${username} password=${password}`;
  const settings = [
    '[databases]',
    // A pooler hands on no options: the schema is set where it connects.
    `postgres = ${database} dbname=${pathname.slice(1)} connect_query='set search_path to ${schema}'`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1\nlisten_port = ${ownPort}\nunix_socket_dir =`,
    `auth_type = any\npool_mode = transaction\ndefault_pool_size = 4\nmax_client_conn = 200`,
  ];
  await writeFile(join(folder, 'pgbouncer.ini'), `${settings.join('\n')}\n`);
  await Promise.all([chmod(folder, 0o755), chmod(join(folder, 'pgbouncer.ini'), 0o644)]);
  // It refuses to run as root.
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const pooler = spawn(program, [...asNobody, '--quiet', join(folder, 'pgbouncer.ini')], { stdio: 'ignore' });
  running.push({ pooler, folder });
  const address = `postgres://${username}:${password}@127.0.0.1:${ownPort}/postgres`;
  await isOpen(address);
  return address;
}

async function end({ pooler, folder }: (typeof running)[number]): Promise<void> {
  const ended = new Promise((resolve) => pooler.once('exit', resolve));
  pooler.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

async function isOpen(address: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client(address);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
