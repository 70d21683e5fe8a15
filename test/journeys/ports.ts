import { createServer } from 'node:net';

/** Each worker of a run has a range of its own, below those from which the system takes ports for outgoing connections. */
const firstPort = 20_000;
const portsOfWorker = 1_000;

let next = Math.floor(Math.random() * portsOfWorker);

/** Ports that nobody listens on, and that nobody else is given before the caller listens. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let tries = 0; ports.length < count; tries++) {
    if (tries === portsOfWorker) throw new Error('No port is free for the tests.');
    const port = firstPort + workerIndex() * portsOfWorker + (next++ % portsOfWorker);
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

/** Playwright's number of the worker among those that run at the same time. */
const workerIndex = () => Number(process.env.TEST_PARALLEL_INDEX ?? 0);

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
