import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Shown } from '../report.js';

/** Which of a run's worlds a process goes through: every so-many-th, from this one on. */
export interface Share {
  readonly from: number;
  readonly every: number;
}

/** Hands a command's worlds out to as many processes of it as the machine has processors; gives what each has shown. */
export function inShares(command: string, line: readonly string[]): Promise<Shown[]> {
  const every = availableParallelism();
  const shares = Array.from({ length: every }, (_, from) => `${from}/${every}`);
  return Promise.all(shares.map((share) => shareOf(command, [...line, '--share', share])));
}

/** What a process that is a share of a run tells whoever began it. */
export async function tellShown(shown: Shown): Promise<void> {
  await new Promise((resolve) => process.send?.(shown, resolve));
}

async function shareOf(command: string, line: readonly string[]): Promise<Shown> {
  const child = fork(command, line, { serialization: 'advanced' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a share of the run has ended with ${code}: ${line.join(' ')}`);
  });
  const [shown] = (await Promise.race([once(child, 'message'), ended])) as [Shown];
  await ended.catch(() => undefined);
  return shown;
}
