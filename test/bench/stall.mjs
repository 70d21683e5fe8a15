/**
 * Preloaded into a process under test (`node --import`): watches how long its event loop stands still. Answers each
 * message of its parent with what it saw since the last one, in milliseconds: `stalls` by the clock, longest first, and
 * `work`, the longest that the main thread itself was at work between two ticks. The first holds what the machine gave to
 * others meanwhile, the second does not; it needs Linux, and is NaN elsewhere. `collections` are the pauses for garbage.
 */
import { openSync, readSync } from 'node:fs';
import { PerformanceObserver } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds that the main thread has spent on a processor so far. */
const cpuTime = (() => {
  if (process.platform !== 'linux') return () => Number.NaN;
  const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  const buffer = Buffer.alloc(64);
  return () => {
    const length = readSync(file, buffer, 0, buffer.length, 0);
    return Number(buffer.toString('latin1', 0, length).split(' ')[0]) / 1e6;
  };
})();

if (isMainThread && process.send) {
  let [stalls, work, collections] = [[], [], []];
  new PerformanceObserver((list) => {
    collections.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['gc'] });
  let [wall, cpu] = [performance.now(), cpuTime()];
  const tick = () => {
    const now = [performance.now(), cpuTime()];
    // A timer of one millisecond takes one to two: only what is beyond that is a stall.
    stalls.push(Math.max(0, now[0] - wall - 2));
    work.push(now[1] - cpu);
    [wall, cpu] = now;
    setTimeout(tick, 1);
  };
  setTimeout(tick, 1);
  process.on('message', () => {
    const longest = (list) => list.sort((a, b) => b - a);
    process.send({ stalls: longest(stalls), work: longest(work), collections: longest(collections) });
    [stalls, work, collections] = [[], [], []];
  });
}
