import type { Account } from './account.js';
import { allMoments } from './moments.js';
import type { RunReport } from './run.js';
import { faultsIn, type Fault } from './verdict.js';

/** What a run has shown, or many: plain, so that one process can tell it to another. */
export interface Shown {
  readonly found: ReadonlyMap<Fault, readonly string[]>;
  /** How often each kind of fault has struck. */
  readonly strikes: ReadonlyMap<string, number>;
  /** The awaits of the checkout that were struck. */
  readonly moments: ReadonlySet<string>;
  readonly endings: ReadonlyMap<string, number>;
  readonly charged: number;
  readonly raised: number;
}

export function shownBy({ verdict, evidence, strikes }: RunReport): Shown {
  const { accounts, books, attempts } = evidence;
  const endings = new Map<string, number>();
  for (const account of accounts) count(endings, endingOf(account), 1);
  return {
    ...{ found: verdict, strikes: strikes.counts, moments: strikes.moments, endings },
    charged: books.orders.filter(({ payments }) => payments.some((paid) => paid.isCharged)).length,
    raised: attempts.filter(({ state }) => state === 'raised').length,
  };
}

/** What all runs have shown together. */
export class Tally {
  readonly #found = new Map<Fault, string[]>();
  readonly #strikes = new Map<string, number>();
  readonly #moments = new Set<string>();
  readonly #endings = new Map<string, number>();
  #charged = 0;
  #raised = 0;

  add({ found, strikes, moments, endings, charged, raised }: Shown): void {
    for (const [fault, all] of found) this.#found.set(fault, [...(this.#found.get(fault) ?? []), ...all]);
    for (const [line, times] of strikes) count(this.#strikes, line, times);
    for (const moment of moments) this.#moments.add(moment);
    for (const [ending, times] of endings) count(this.#endings, ending, times);
    this.#charged += charged;
    this.#raised += raised;
  }

  get shown(): Shown {
    return {
      ...{ found: this.#found, strikes: this.#strikes, moments: this.#moments, endings: this.#endings },
      ...{ charged: this.#charged, raised: this.#raised },
    };
  }

  get isClean(): boolean {
    return faultsIn(this.#found) === 0;
  }

  /** A line for each check and for each kind of fault. */
  lines(): string[] {
    const [struck, all] = [this.#moments.size, allMoments().length];
    return [
      ...[...this.#found].flatMap(([fault, found]) => [
        row(fault, found.length),
        ...found.slice(0, mostShown).map((what) => `    ${what}`),
      ]),
      '',
      ...byName(this.#strikes).map(([line, times]) => row(line, times)),
      row(`awaits of the checkout struck, of ${all}`, struck),
      '',
      ...byName(this.#endings).map(([ending, times]) => row(`visits that ended "${ending}"`, times)),
      row('orders charged', this.#charged),
      row('payments raised to people', this.#raised),
    ];
  }
}

/** How a visit ended; where the visitor gave up, over what. */
function endingOf({ ending, heard }: Account): string {
  const last = heard.at(-1);
  return ending === 'gave-up' && last?.told.kind === 'problem' ? `${ending}: ${last.told.code}` : ending;
}

const count = (counts: Map<string, number>, line: string, times: number) =>
  counts.set(line, (counts.get(line) ?? 0) + times);
const mostShown = 10;
const width = 46;
const row = (name: string, times: number): string => `  ${name.padEnd(width)} ${String(times).padStart(7)}`;
const byName = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([one], [other]) => one.localeCompare(other));
