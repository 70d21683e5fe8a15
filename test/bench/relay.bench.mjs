/**
 * What one relay carries, beside baselines of the same run.
 *
 *   npm run bench:relay [-- --seconds 3 --rounds 5 --connections 32 --purchases 150 --visitors 8 --port 18300]
 *
 * Reads: the relay and a bare server of `node:http` that sends the same bytes are asked in turn, round by round, by the same client.
 * The promise is: at least 0.7 of the bare server's answers a second, and a 99th percentile of at most twice its own; also for who
 * has the answer already. Purchases, from the first click to the paid order, on SQLite and on PostgreSQL, with a simulator that
 * answers at once: how many a second when visitors come together, and of one that comes alone what the relay waits for.
 * The client, the simulator and what is measured share the machine: the ratios say more than the counts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { startPostgresServer } from '@s360-widgets/relay/trial-postgres';
import { load } from './load.mjs';
import { ask, isThere, root, start, startRelay, stop, until } from './processes.mjs';
import { buy, ticketsOf } from './purchase.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    purchases: { type: 'string', default: '150' },
    visitors: { type: 'string', default: '8' },
    port: { type: 'string', default: '18300' },
  },
});
const [simulatorPort, controlPort, relayPort] = [0, 1, 2].map((n) => Number(values.port) + n);
const relay = `http://127.0.0.1:${relayPort}`;
const simulator = `http://localhost:${simulatorPort}`;

async function withRelay(changes, work) {
  const state = await mkdtemp(join(tmpdir(), 'relay-bench-'));
  const child = await startRelay(
    {
      S360_BASE_URL: simulator,
      S360_OUTCOMES_FILE: join(root, 'server/simulator/outcomes.json'),
      PAYMENT_WIDGET_URL: `${simulator}/epc/widget.js`,
      RELAY_PORT: String(relayPort),
      RELAY_PUBLIC_URL: `http://localhost:${relayPort}`,
      RELAY_STATE_DIR: state,
      RELAY_S360_CALLS_PER_MINUTE: '10000',
      RELAY_CALLS_PER_ADDRESS: '100000',
      RELAY_LOG_LEVEL: 'info',
      ...changes,
    },
    // Its log is written, and read by nobody.
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--import', join(root, 'test/bench/spent.mjs')],
    },
  );
  try {
    await until(() => isThere(`${relay}/readyz`), 'the relay');
    return await work(child);
  } finally {
    await stop([child]);
    await rm(state, { recursive: true, force: true });
  }
}

const headers = { 'accept-encoding': 'br', origin: 'http://localhost:9000' };

/** An answer of the relay, byte for byte. */
function answerTo(path) {
  return new Promise((resolve, reject) => {
    get(relay + path, { headers }, async (response) => {
      const { statusCode: status, headers: own } = response;
      const { date: _, connection: __, 'keep-alive': ___, ...kept } = own;
      resolve({ path, status, headers: kept, body: (await buffer(response)).toString('base64') });
    }).on('error', reject);
  });
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/**
 * Asks both in turn, so that what else the machine does meets both. The relay renews its answers now and then: the bare server is
 * told before each round, and a round in which that happened is asked once more.
 */
async function compare(title, { child, bare }, { path, isKnown = false }) {
  const limits = { connections: Number(values.connections), ms: Number(values.seconds) * 1_000 };
  const rounds = [];
  // The first round warms both up, and does not count.
  for (let tries = 0; rounds.length <= Number(values.rounds); tries++) {
    if (tries > 3 * Number(values.rounds) + 3)
      throw new Error(`${title}: the relay answers otherwise again and again`);
    const answer = await answerTo(path);
    const known = isKnown ? { 'if-none-match': answer.headers.etag } : {};
    const target = { path, headers: { ...headers, ...known }, status: isKnown ? 304 : 200 };
    const barePort = await ask(bare, [answer]);
    const own = await measure(child, { ...target, port: relayPort }, limits);
    const other = await measure(bare, { ...target, port: barePort }, limits);
    if (own.isPure) rounds.push({ own, other, bytes: Buffer.byteLength(answer.body, 'base64') });
  }
  tell(title, rounds.slice(1));
}

/** As `load`, with the microseconds on a processor that each answer has cost its server: other work of the machine is not in them. */
async function measure(server, target, limits) {
  const { work: before } = await ask(server, 'spent');
  const loaded = await load(target, limits);
  const { work: after } = await ask(server, 'spent');
  return { ...loaded, work: ((after - before) / loaded.count) * 1_000 };
}

function tell(title, rounds) {
  const middle = (pick, digits) => median(rounds.map(pick)).toFixed(digits);
  const ratio = middle(({ own, other }) => own.perSecond / other.perSecond, 2);
  const slower = middle(({ own, other }) => own.p99 / other.p99, 2);
  const counts = `${middle(({ own }) => own.perSecond, 0)} of ${middle(({ other }) => other.perSecond, 0)} a second`;
  const tails = `p99 ${middle(({ own }) => own.p99, 1)} beside ${middle(({ other }) => other.p99, 1)} ms`;
  const work = `${middle(({ own }) => own.work, 0)} beside ${middle(({ other }) => other.work, 0)} µs of work each`;
  const what = `${title} (${median(rounds.map(({ bytes }) => bytes)).toLocaleString('en')} bytes)`;
  console.log(`${what.padEnd(60)} ${ratio}: ${counts}; ${slower} times: ${tails}; ${work}`);
}

async function reads(child) {
  const { events } = await (await fetch(`${relay}/v1/events?lang=en`)).json();
  const bare = start('test/bench/bare.mjs');
  try {
    for (const [what, path] of [
      ['the season', '/v1/events?lang=en'],
      ['an event, with what is left of it', `/v1/events/${events[0].id}?lang=en`],
    ]) {
      await compare(what, { child, bare }, { path });
      await compare(`${what}, for who has it`, { child, bare }, { path, isKnown: true });
    }
  } finally {
    await stop([bare]);
  }
}

async function purchases(name, changes) {
  await withRelay(changes, async (child) => {
    const tickets = await ticketsOf(relay);
    let next = 0;
    const one = () => buy(tickets[next++ % tickets.length], { relay, simulator });
    const count = Number(values.purchases);
    const visitors = Array.from({ length: Number(values.visitors) });
    /** Visitors who each buy again and again, until so many purchases are made. */
    const buyTogether = async (total, crowd) => {
      const startedAt = performance.now();
      let left = total;
      await Promise.all(
        crowd.map(async () => {
          while (left-- > 0) await one();
        }),
      );
      return performance.now() - startedAt;
    };
    await buyTogether(Math.ceil(count / 3), visitors);
    const together = await buyTogether(count, visitors);
    await ask(child, 'spent');
    const alone = await buyTogether(count, [0]);
    const { s360, database, statements } = await ask(child, 'spent');
    const each = (total) => `${(total / count).toFixed(1)}`;
    console.log(
      `${`purchases on ${name}`.padEnd(44)} ${((count / together) * 1_000).toFixed(1)} a second; one alone takes ${each(alone)} ms, ` +
        `of them ${each(s360)} for S-360 and ${each(database)} for the database (${each(statements)} statements)`,
    );
  });
}

const box = start('server/simulator/dist/main.js', {
  SIMULATOR_PORT: String(simulatorPort),
  SIMULATOR_CONTROL_PORT: String(controlPort),
});
try {
  await until(() => isThere(`${simulator}/healthz`), 'the simulator');
  await fetch(`http://127.0.0.1:${controlPort}/control/limits`, { method: 'POST', body: '{"on":false}' });
  await withRelay({}, reads);
  await purchases('SQLite', {});
  const postgres = await startPostgresServer();
  try {
    await purchases('PostgreSQL', { RELAY_DATABASE_URL: await postgres.newUrl() });
  } finally {
    await postgres.stop();
  }
} finally {
  await stop([box]);
}
