/** Processes of a bench: the project's own servers, on ports that the bench was told. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A process of the project, by its file below the root; its output is kept as `output`. */
export function start(file, env = {}, options = {}) {
  const child = fork(join(root, file), {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    ...options,
  });
  child.output = '';
  child.stdout?.on('data', (data) => (child.output += data));
  return child;
}

/** A relay as it comes, with changes to its environment. */
export async function startRelay(changes, options) {
  const usual = parseEnv(await readFile(join(root, 'server/relay/.env.example'), 'utf8'));
  return start('server/relay/dist/main.js', { ...usual, ...changes }, options);
}

/** What a process answers to a message. */
export async function ask(child, message) {
  child.send(message);
  return (await once(child, 'message'))[0];
}

/** Ends processes, and is done when they are gone. */
export const stop = (children) =>
  Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    }),
  );

export async function until(isSo, what) {
  for (let tries = 0; tries < 3000; tries++) {
    if (await isSo()) return;
    await after(100);
  }
  throw new Error(`${what} did not come about`);
}

export const isThere = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
