import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Stack, startStack } from '../journeys/stack.js';
import { beginPayment, buyOut, findFreeSeats, payAt, visitorOf } from './visitor.js';

const query = { lang: 'en' };
const manual = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8');
const relayFolder = fileURLToPath(new URL('../../server/relay/', import.meta.url));

/** The program that the manual gives for a backup, where there is no `sqlite3`. */
const [, program = ''] =
  /node --input-type=module --eval "\n([\s\S]+?)"/.exec(manual.split('## Backup and restore')[1] ?? '') ?? [];

/** Runs it as an operator does, beside the relay. */
const runNode = (text: string, ...args: string[]) =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', text, ...args], {
    cwd: relayFolder,
    encoding: 'utf8',
  });

test.describe('a backup under purchases', () => {
  let folder: string;
  let stack: Stack;

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 's360-backup-'));
    await mkdir(join(folder, 'state'));
    stack = await startStack({ relay: { RELAY_STATE_DIR: join(folder, 'state') } });
  });

  test.afterAll(async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function openCart() {
    const { free, itemOf } = await findFreeSeats(stack, 1);
    return visitorOf(stack).call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
  }

  test('is whole, has every order that was confirmed before it, and a relay that starts on it ends what was under way', async () => {
    let isOver = false;
    const confirmed: string[] = [];
    const buying = async () => {
      while (!isOver) confirmed.push((await buyOut(stack, await openCart())).orderId);
    };
    const buyers = Promise.all([buying(), buying()]);
    await expect.poll(() => confirmed.length, { timeout: 120_000 }).toBeGreaterThan(5);
    const opened = await openCart();
    const transaction = await beginPayment(stack, opened);

    const before = [...confirmed];
    const copy = join(folder, 'copy.db');
    runNode(program, join(folder, 'state', 'relay.db'), copy);
    isOver = true;
    await buyers;

    const check = `
      import { DatabaseSync } from '@photostructure/sqlite';
      const database = new DatabaseSync(process.argv[1]);
      const { integrity_check: integrity } = database.prepare('pragma integrity_check').get();
      const paid = database.prepare("select order_id from attempt where state = 'paid'").all();
      console.log(JSON.stringify({ integrity, paid: paid.map(({ order_id }) => order_id) }));
      database.close();`;
    const { integrity, paid } = JSON.parse(runNode(check, copy)) as { integrity: string; paid: string[] };
    expect(integrity).toBe('ok');
    expect(paid).toEqual(expect.arrayContaining(before));

    await stack.stopRelay();
    await payAt(stack.simulator, transaction);
    await mkdir(join(folder, 'restored'));
    await copyFile(copy, join(folder, 'restored', 'relay.db'));
    await stack.startRelay({ RELAY_STATE_DIR: join(folder, 'restored') }, 'healthz');
    const stateOf = async () =>
      (await stack.control<{ orderState: string }>(`orders/${opened.cart.orderId}`)).orderState;
    await expect.poll(stateOf, { timeout: 60_000 }).toBe('CLOSED');
  });
});
