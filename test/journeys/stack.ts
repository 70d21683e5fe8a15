import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBalancer } from './balancer.js';
import { startNginx } from './nginx.js';
import { freePorts } from './ports.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface StackOptions {
  /** Added to the simulator's environment, such as a short hold. */
  simulator?: Record<string, string>;
  relay?: Record<string, string>;
  /** How the simulator speaks, see its README; by default as SIMULATOR_DIALECT says, so that all journeys can be walked in each. */
  dialect?: string | undefined;
  /** Several relays behind a balancer at the relay's address: on this PostgreSQL, or on the embedded database of one folder. */
  fleet?: {
    readonly count: number;
    /** To the database, from each relay. */
    readonly mostConnections?: number;
    readonly databaseUrl?: string | undefined /** In place of the tests' own balancer. */;
    readonly nginx?: string;
  };
  /** Whether calls are counted as for one venue and one visitor's address. Without it, tests that share a stack don't use up each other's. */
  isCounting?: boolean;
}

/** What a venue's contract and one address allow is too little for a run of tests, each of them another visitor. */
const many: StackOptions = {
  simulator: { SIMULATOR_CALLS_PER_MINUTE: '10000' },
  relay: {
    RELAY_S360_CALLS_PER_MINUTE: '10000',
    RELAY_S360_SPACING: 'thing',
    RELAY_S360_CALLS_PER_MONTH: '0',
    RELAY_CALLS_PER_ADDRESS: '10000',
  },
};

/** Simulator, relay and site as three processes on ports of their own. */
export interface Stack {
  readonly site: string;
  readonly relay: string;
  readonly simulator: string;
  /** Calls the simulator's control port. */
  control<T = unknown>(path: string, body?: object): Promise<T>;
  /** What the relay that was started last has logged, a line of JSON each. */
  relayLog(): string;
  /** Where one of a fleet listens itself, the first being 0. */
  relayAt(index: number): string;
  /** Ends one of a fleet as a crash does. */
  killRelay(index: number): Promise<void>;
  /** Stops one of a fleet for a while, or lets it go on, or tells it to end. */
  signalRelay(index: number, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void;
  /** Tells one of a fleet to end, waits until it has, and starts it again; resolves when it is ready. */
  restartRelay(index: number): Promise<void>;
  stopRelay(): Promise<void>;
  /** On the same port, with the state that it left behind; `changes` to its environment, and waits until it is ready or only lives. */
  startRelay(changes?: Record<string, string>, until?: 'readyz' | 'healthz'): Promise<void>;
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const [simulatorPort, controlPort, relayPort, sitePort] = await freePorts(4);
  const simulator = `http://localhost:${simulatorPort}`;
  const relay = `http://localhost:${relayPort}`;
  const site = `http://localhost:${sitePort}`;
  const allowance: StackOptions = options.isCounting ? {} : many;
  const stateFolder = await mkdtemp(join(tmpdir(), 's360-relay-'));
  const relayEnvironment = {
    ...(await environmentOf('server/relay/.env.example')),
    S360_BASE_URL: simulator,
    RELAY_PORT: String(relayPort),
    RELAY_PUBLIC_URL: relay,
    RELAY_STATE_DIR: stateFolder,
    S360_OUTCOMES_FILE: join(root, 'server/simulator/outcomes.json'),
    PAYMENT_WIDGET_URL: `${simulator}/epc/widget.js`,
    ...(process.env.S360_TRANSPORT && { S360_TRANSPORT: process.env.S360_TRANSPORT }),
    ...allowance.relay,
    ...options.relay,
  };
  const dialect = options.dialect ?? process.env.SIMULATOR_DIALECT ?? 'a';
  const simulatorProcess = start('server/simulator/dist/main.js', {
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR_CONTROL_PORT: String(controlPort),
    SIMULATOR_DIALECT: dialect,
    ...allowance.simulator,
    ...options.simulator,
  });
  await ready(`${simulator}/healthz`);
  if (dialect !== 'a') Object.assign(relayEnvironment, await learn(simulator, stateFolder, dialect));
  const startRelay = async (changes: Record<string, string> = {}, until = 'readyz') => {
    const child = start('server/relay/dist/main.js', { ...relayEnvironment, ...changes });
    await ready(`http://localhost:${changes.RELAY_PORT ?? relayPort}/${until}`);
    return child;
  };
  const fleet = options.fleet
    ? await startFleet(options.fleet, { relayPort, stateFolder, startRelay })
    : undefined;
  let relayProcess = fleet?.relays[0] ?? (await startRelay());
  const siteProcess = start('stories/site/serve.mjs', { SITE_PORT: String(sitePort), RELAY_URL: relay });
  await ready(site);
  return {
    site,
    relay,
    simulator,
    control: (path, body) => control(`http://127.0.0.1:${controlPort}/control/${path}`, body),
    relayLog: () => outputs.get(relayProcess)?.join('') ?? '',
    relayAt: (index) => fleet?.at(index) ?? relay,
    killRelay: (index) => kill(fleet?.relays[index] ?? relayProcess),
    signalRelay: (index, signal) => void (fleet?.relays[index] ?? relayProcess).kill(signal),
    restartRelay: async (index) => fleet?.restart(index),
    stopRelay: () => stop(relayProcess),
    async startRelay(changes, until) {
      relayProcess = await startRelay(changes, until);
    },
    async stop() {
      await Promise.all([simulatorProcess, siteProcess, ...(fleet?.relays ?? [relayProcess])].map(stop));
      await fleet?.balancer.stop();
      await rm(stateFolder, { recursive: true, force: true });
    },
  };
}

interface FleetParts {
  readonly relayPort: number | undefined;
  readonly stateFolder: string;
  startRelay(changes: Record<string, string>): Promise<ChildProcess>;
}

/** All at once. On a PostgreSQL each has a folder of its own: relays need nothing else in common. */
async function startFleet(
  { count, databaseUrl = '', mostConnections, nginx }: NonNullable<StackOptions['fleet']>,
  { relayPort = 0, stateFolder, startRelay }: FleetParts,
) {
  const ports = await freePorts(count);
  const startAt = (port: number) =>
    startRelay({
      RELAY_PORT: String(port),
      RELAY_DATABASE_URL: databaseUrl,
      ...(mostConnections && { RELAY_DATABASE_CONNECTIONS: String(mostConnections) }),
      RELAY_STATE_DIR: databaseUrl ? join(stateFolder, String(port)) : stateFolder,
      RELAY_TRUSTED_PROXIES: '1',
    });
  const relays = await Promise.all(ports.map(startAt));
  const at = (index: number) => ports[index] ?? 0;
  return {
    relays,
    at: (index: number) => `http://127.0.0.1:${at(index)}`,
    async restart(index: number) {
      const relay = relays[index];
      if (relay) await stop(relay);
      relays[index] = await startAt(at(index));
    },
    balancer: await (nginx ? startNginx(nginx, relayPort, ports) : startBalancer(relayPort, ports)),
  };
}

/** What a relay needs that meets another S-360 than the one it was written by: that one's WSDLs, and a file of its names. */
async function learn(simulator: string, folder: string, dialect: string): Promise<Record<string, string>> {
  const learnt = {
    S360_WSDL_DIR: join(folder, 'wsdl'),
    S360_NAMES_FILE: join(root, `server/simulator/dialect-${dialect}.json`),
  };
  const fetching = start('server/relay/dist/s360/wsdl.command.js', learnt, simulator);
  const [code] = (await once(fetching, 'exit')) as [number];
  if (code !== 0) throw new Error(`the WSDLs could not be fetched: ${outputs.get(fetching)?.join('')}`);
  return learnt;
}

async function control<T>(url: string, body?: object): Promise<T> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, body ? post : {});
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const outputs = new WeakMap<ChildProcess, string[]>();

/** Keeps a process's output and shows it only when it ends by itself. */
function start(main: string, environment: Record<string, string>, ...words: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, main), ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  outputs.set(child, output);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => void output.push(String(chunk)));
  child.on('exit', (code) => {
    if (code) console.error(`${main} ended with ${code}:\n${output.join('').slice(-4000)}`);
  });
  return child;
}

const stop = (child: ChildProcess) => end(child, 'SIGTERM');
const kill = (child: ChildProcess) => end(child, 'SIGKILL');

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

async function ready(url: string): Promise<void> {
  for (const giveUpAt = Date.now() + 120_000; Date.now() < giveUpAt; ) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not get ready`);
}

async function environmentOf(path: string): Promise<Record<string, string>> {
  const lines = (await readFile(join(root, path), 'utf8')).split('\n');
  const pairs = lines.map((line) => /^([A-Z0-9_]+)=(.*)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
