/**
 * `npm start`: simulator, relay and demo site as three processes, until Ctrl-C.
 * `node scripts/start.mjs relay` starts one of them alone; `--watch` builds again when a source changes.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bin, build, environmentOf, fail, install, mustBeFree, port, root } from './prepare.mjs';

const watching = process.argv.includes('--watch');
const only = process.argv.slice(2).find((word) => !word.startsWith('-'));
const ports = {
  simulator: { variable: 'SIMULATOR_PORT', number: port('SIMULATOR_PORT', 8090) },
  relay: { variable: 'RELAY_PORT', number: port('RELAY_PORT', 8080) },
  site: { variable: 'SITE_PORT', number: port('SITE_PORT', 8000) },
};
const address = (name) => `http://localhost:${ports[name].number}`;

/** The relay's own `.env` points it at a real institution; without one it gets the simulator's values. */
function relayEnvironment() {
  const own = 'server/relay/.env';
  if (only === 'relay' && existsSync(join(root, own))) return environmentOf(own);
  return {
    ...environmentOf('server/relay/.env.example'),
    RELAY_LOG_LEVEL: only ? 'info' : 'warn',
    // The example's fee is in cents.
    ...(process.env.SIMULATOR_CURRENCY ? { RELAY_BOOKING_FEE_MINOR: '' } : {}),
    S360_BASE_URL: address('simulator'),
    RELAY_PUBLIC_URL: address('relay'),
    S360_OUTCOMES_FILE: join(root, 'server/simulator/outcomes.json'),
    PAYMENT_WIDGET_URL: `${address('simulator')}/epc/widget.js`,
  };
}

const services = {
  simulator: { main: 'server/simulator/dist/main.js', ready: '/healthz', environment: () => ({}) },
  relay: { main: 'server/relay/dist/main.js', ready: '/readyz', environment: relayEnvironment },
  site: { main: 'stories/site/serve.mjs', ready: '/', environment: () => ({ RELAY_URL: address('relay') }) },
};
if (only && !services[only])
  fail(`There is no "${only}". Say simulator, relay or site, or nothing for all three.`);

const children = new Set();
let stopping = false;
/** What the processes say before the addresses are printed, which come last; shown if one of them ends. */
const held = [];
let isHolding = !only;

function start(command, args, environment = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...environment, ...process.env },
  });
  children.add(child);
  child.stdout.on('data', (text) => say(process.stdout, text));
  child.stderr.on('data', (text) => say(process.stderr, text));
  child.on('close', (code) => {
    children.delete(child);
    if (!stopping) stop(code ?? 1);
  });
  return child;
}

function say(stream, text) {
  if (isHolding) held.push([stream, text]);
  else stream.write(text);
}

function showHeld() {
  isHolding = false;
  for (const [stream, text] of held.splice(0)) stream.write(text);
}

/** Asks each to stop, and insists after five seconds. */
function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  showHeld();
  for (const child of children) child.kill('SIGTERM');
  const insist = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), 5000);
  const wait = setInterval(() => {
    if (children.size) return;
    clearInterval(wait);
    clearTimeout(insist);
    process.exit(code);
  }, 50);
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

async function isReady(name) {
  const { ready } = services[name];
  for (let tries = 0; tries < 240 && !stopping; tries++) {
    const answer = await fetch(address(name) + ready).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

install();
const names = only ? [only] : Object.keys(services);
for (const name of names) await mustBeFree(ports[name].variable, ports[name].number);
build();
if (watching) {
  start(bin('tsc'), ['-b', '--watch', '--preserveWatchOutput']);
  start(bin('vite'), ['build', '--watch', '--logLevel', 'warn']);
}
for (const name of names) {
  const { main, environment } = services[name];
  start(process.execPath, [...(watching ? ['--watch', '--watch-preserve-output'] : []), main], {
    ...environment(),
    [ports[name].variable]: String(ports[name].number),
  });
  // One that runs alone may wait for what it needs as long as it takes: a relay retries by itself.
  if (!only && !(await isReady(name)) && !stopping) {
    console.error(`The ${name} did not get ready within a minute.`);
    stop(1);
  }
}
if (!only && !stopping) {
  isHolding = false;
  console.log(`
  demo site   ${address('site')}       a page with two pasted lines: start here
  relay       ${address('relay')}       the kit at /embed/s360.js, health at /healthz
  simulator   ${address('simulator')}       a local S-360, institution DEMO

  Try: choose "The Magic Flute", pick two seats, pay with card 4111 1111 1111 1111.
  Other test cards are listed under the payment form. Ctrl-C stops all three.
`);
}
