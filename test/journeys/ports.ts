import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Each worker of a run has a range of its own, below those from which the system takes ports for outgoing connections. */
const firstPort = 20_000;
const portsOfWorker = 1_000;
/** What is given away, for other runs on this machine to see: a file a port, gone with the process that asked for it. */
const claims = join(tmpdir(), 's360-test-ports');
/** Longer than any run: who claimed a port for so long was cut off. */
const oldMs = 3 * 3_600_000;

let next = Math.floor(Math.random() * portsOfWorker);
const claimed: string[] = [];
process.once('exit', () => {
  for (const claim of claimed) rmSync(claim, { force: true });
});

/** Ports that nobody listens on, and that nobody else is given, here or by another run, before the caller listens. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let tries = 0; ports.length < count; tries++) {
    if (tries === portsOfWorker) throw new Error('No port is free for the tests.');
    const port = firstPort + workerIndex() * portsOfWorker + (next++ % portsOfWorker);
    if (isClaimed(port) && (await isFree(port))) ports.push(port);
  }
  return ports;
}

/** Playwright's number of the worker among those that run at the same time. */
const workerIndex = () => Number(process.env.TEST_PARALLEL_INDEX ?? 0);

/** Whether the port is this process's own now. */
function isClaimed(port: number): boolean {
  const claim = join(claims, String(port));
  mkdirSync(claims, { recursive: true });
  try {
    if (Date.now() - (statSync(claim, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > oldMs)
      rmSync(claim);
    closeSync(openSync(claim, 'wx'));
  } catch {
    return false;
  }
  claimed.push(claim);
  return true;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
