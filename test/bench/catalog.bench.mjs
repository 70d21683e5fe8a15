/**
 * How long the relay's event loop stands still while it takes in a huge catalog. The promise is: never for 50 ms, on 50 MB.
 *
 *   npm run bench -- catalog [--megabytes 50] [--port 18200] [--transport soap,rest]
 *
 * A real relay asks a real simulator through a proxy of ours, which answers getCatalogDetailed with the simulator's own
 * products over and over under other ids. Measured from the start of the load until nothing has happened for a while: reading,
 * mapping, saving, and the lists in four languages. Beside it runs an idle process, watched in the same moments: its
 * stalls are the machine's. On a quiet machine they are near zero; on a busy one the relay's own work is what counts.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ask, isThere, root, start, startRelay, until } from './processes.mjs';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '50' },
    port: { type: 'string', default: '18200' },
    transport: { type: 'string', default: 'soap,rest' },
  },
});
const size = Number(values.megabytes) * 1_000_000;
const [simulatorPort, controlPort, proxyPort, relayPort] = [0, 1, 2, 3].map((n) => Number(values.port) + n);
const watched = { execArgv: ['--import', join(root, 'test/bench/stall.mjs')] };

/** Where the products of an answer begin and end, and how one follows another. */
const forms = {
  soap: { first: '<products>', last: '</products>', comma: '' },
  rest: { first: '"products":[', last: ']', comma: ',' },
};

/** The answer as head, products and tail. */
function split(body, transport) {
  const { first, last } = forms[transport];
  if (transport === 'soap') {
    const [from, to] = [body.indexOf(first), body.lastIndexOf(last) + last.length];
    return [body.slice(0, from), body.slice(from, to), body.slice(to)];
  }
  const from = body.indexOf(first) + first.length;
  let [depth, to] = [1, from];
  for (let isText = false; depth > 0; to++) {
    const char = body[to];
    if (char === '\\') to++;
    else if (char === '"') isText = !isText;
    else if (!isText && (char === '[' || char === ']')) depth += char === '[' ? 1 : -1;
  }
  return [body.slice(0, from), body.slice(from, to - 1), body.slice(to - 1)];
}

/** The products with other ids for themselves, their performances and items: the third digit counts the copies. */
const copyOf = (products, n) =>
  products.replaceAll(/\b102292([0-6])(\d{7})\b/g, (_, kind, rest) => `${102293 + n}${kind}${rest}`);

async function* bigAnswer([head, products, tail], transport) {
  yield head;
  let written = 0;
  for (let n = 0; written < size; n++) {
    const copy = copyOf(products, n);
    written += copy.length;
    yield (n > 0 ? forms[transport].comma : '') + copy;
  }
  yield tail;
}

/** Passes everything through to the simulator, but makes its catalog bigger. */
function createProxy(transport) {
  return createServer(async (request, response) => {
    const body = await text(request);
    const { host: _, 'accept-encoding': __, ...headers } = request.headers;
    const method = request.method ?? 'GET';
    const answer = await fetch(`http://localhost:${simulatorPort}${request.url}`, {
      method,
      headers,
      ...(body && { body }),
    });
    const reply = await answer.text();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/xml' });
    const isCatalog = /getCatalogDetailed/.test(request.url + body) && answer.ok;
    if (!isCatalog) return void response.end(reply);
    for await (const piece of bigAnswer(split(reply, transport), transport)) {
      if (!response.write(piece)) await once(response, 'drain');
    }
    response.end();
  });
}

const gapsOf = (child) => ask(child, 'gaps');
const top = (list) =>
  `${list
    .slice(0, 4)
    .map((value) => value.toFixed(0))
    .join(', ')} ms`;

async function run(transport) {
  const state = await mkdtemp(join(tmpdir(), 'catalog-bench-'));
  const proxy = createProxy(transport).listen(proxyPort, 'localhost');
  const idle = start('test/bench/stall.mjs', {}, watched);
  const relay = await startRelay(
    {
      S360_BASE_URL: `http://localhost:${proxyPort}`,
      S360_TRANSPORT: transport,
      RELAY_PORT: String(relayPort),
      RELAY_PUBLIC_URL: `http://localhost:${relayPort}`,
      RELAY_STATE_DIR: state,
      RELAY_LOG_LEVEL: 'info',
    },
    watched,
  );
  try {
    await until(() => isThere(`http://localhost:${relayPort}/healthz`), 'the relay');
    await Promise.all([gapsOf(relay), gapsOf(idle)]);
    await until(() => relay.output.includes('relay tried everything once'), 'the catalog');
    await after(3_000);
    const [busy, still] = await Promise.all([gapsOf(relay), gapsOf(idle)]);
    const loaded = relay.output.split('\n').find((line) => line.includes('"catalog loaded"')) ?? '{}';
    const { events, performances, ms: took } = JSON.parse(loaded);
    console.log(
      `${transport}: ${values.megabytes} MB, ${events} events, ${performances} performances, ${took} ms`,
    );
    for (const [name, { stalls, work, collections }] of [
      ['relay', busy],
      ['idle process', still],
    ]) {
      const over = (limit) => stalls.filter((stall) => stall > limit).length;
      const counts = `${over(20)} over 20 ms, ${over(50)} over 50 ms`;
      console.log(`  ${name}: worst stalls ${top(stalls)} (${counts}); own work at most ${top(work)}`);
      console.log(`    garbage collection at most ${top(collections)}`);
    }
  } finally {
    for (const child of [relay, idle]) child.kill();
    proxy.closeAllConnections();
    proxy.close();
    await rm(state, { recursive: true, force: true });
  }
}

const simulator = start('server/simulator/dist/main.js', {
  SIMULATOR_PORT: String(simulatorPort),
  SIMULATOR_CONTROL_PORT: String(controlPort),
});
try {
  await until(() => isThere(`http://localhost:${simulatorPort}/healthz`), 'the simulator');
  // The second transport asks for the catalog sooner than S-360 allows.
  await fetch(`http://127.0.0.1:${controlPort}/control/limits`, { method: 'POST', body: '{"on":false}' });
  for (const transport of values.transport.split(',')) await run(transport);
} finally {
  simulator.kill();
}
