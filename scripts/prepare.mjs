/**
 * What each command needs before it can begin: installed packages, a fresh build, free ports, a browser.
 * Uses nothing but Node, since on a fresh clone there is nothing else.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Runs a command to its end, with its output in view. @returns whether it went well */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** Runs a command to its end and keeps its output, which is shown as it comes unless it is quiet. */
export function capture(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (!quiet) process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ ok: false, output: `${output}${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Installs from the lock file when there is nothing installed, or something older than the lock file. */
export function install() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const fresh = existsSync(installed) && modifiedAt(installed) >= modifiedAt(join(root, 'package-lock.json'));
  if (fresh) return;
  console.log('Installing packages…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
    fail('The packages could not be installed.');
}

/** Compiles what changed since the last time, and bundles the kit if any of its sources is newer than the bundle. */
export function build() {
  const kit = join(root, 'packages', 'embed', 'dist', 'embed', 's360.js');
  if (!run(bin('tsc'), ['-b'])) fail('The sources do not compile.');
  if (existsSync(kit) && newestIn(join(root, 'packages')) <= modifiedAt(kit)) return;
  console.log('Building the kit…');
  if (!run(bin('vite'), ['build', '--logLevel', 'warn'])) fail('The kit could not be built.');
}

const modifiedAt = (path) => statSync(path).mtimeMs;

function newestIn(folder) {
  let newest = modifiedAt(join(root, 'vite.config.ts'));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (
      !entry.isFile() ||
      /node_modules|\/dist(\/|$)/.test(entry.parentPath) ||
      entry.name.endsWith('.tsbuildinfo')
    )
      continue;
    newest = Math.max(newest, modifiedAt(join(entry.parentPath, entry.name)));
  }
  return newest;
}

/** A port from the environment. */
export function port(variable, fallback) {
  const text = process.env[variable] ?? String(fallback);
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65_535)
    fail(`${variable} is "${text}"; it must be a port from 1 to 65535.`);
  return number;
}

export async function mustBeFree(variable, number) {
  const free = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(number, () => probe.close(() => resolve(true)));
  });
  if (!free) fail(`Port ${number} is taken. Stop what uses it, or set ${variable} to another port.`);
}

/** `NAME=value` lines. */
export function environmentOf(path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const pairs = lines.map((line) => /^([A-Z0-9_]+)=(.*)$/.exec(line.trim())).filter(Boolean);
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value.replace(/^"(.*)"$/, '$1')]));
}

/** The browser for tests: the one named, the system's, Playwright's own; else it is fetched. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) fail(`CHROMIUM_PATH is "${named}", where there is no browser.`);
  const found =
    named ??
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
    (await playwrights());
  return found ?? (await fetchBrowser());
}

/** @param more folders beside those of PATH */
function onPath(names, more = []) {
  const folders = [...(process.env.PATH ?? '').split(':'), ...more];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

async function fetchBrowser() {
  console.log('No browser here; fetching one…');
  if (run(bin('playwright'), ['install', 'chromium'])) return playwrights();
  fetchParcels('chromium', 'fonts-liberation');
  return (
    onPath(['chromium']) ?? fail('No browser could be had. Install Chromium and set CHROMIUM_PATH to it.')
  );
}

/** By Debian's own means, as far as we may. */
function fetchParcels(...parcels) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [apt, ...rest] = [...asRoot, 'apt-get'];
  run(apt, [...rest, 'update', '-qq']);
  run(apt, [...rest, 'install', '-y', '-qq', '--no-install-recommends', ...parcels]);
}

/** What some tests run between visitors, relays and database: the variable that names it, its program, its parcel. */
const servers = [
  ['NGINX_PATH', 'nginx', 'nginx-light'],
  ['PGBOUNCER_PATH', 'pgbouncer', 'pgbouncer'],
];
/** Where programs of the system's administrator are. */
const sbin = ['/usr/sbin', '/usr/local/sbin'];

/** The servers for tests: those named, the system's, else they are fetched. Those that can't be had are told, and not in the answer. */
export function findServers() {
  const locate = ([variable, program]) => process.env[variable] ?? onPath([program], sbin);
  const missing = servers.filter((server) => !locate(server));
  if (missing.length > 0) fetchParcels(...missing.map(([, , parcel]) => parcel));
  return Object.fromEntries(
    servers.flatMap((server) => {
      const [variable, program] = server;
      const path = locate(server);
      if (!path)
        console.log(`No ${program} could be had: what needs it is NOT tested. Set ${variable} to one.`);
      return path ? [[variable, path]] : [];
    }),
  );
}

/** Ends the command with one clear sentence. */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
