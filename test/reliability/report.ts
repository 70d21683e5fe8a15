import type { Account } from './account.js';
import { allMoments } from './moments.js';
import type { RunReport } from './run.js';
import { Strikes } from './strikes.js';
import { faultsIn, type Fault } from './verdict.js';

/** What runs have shown, one or many. */
export class Tally {
  readonly #found = new Map<Fault, string[]>();
  readonly #strikes = new Strikes();
  readonly #endings = new Map<string, number>();
  purchases = 0;
  charged = 0;
  raised = 0;

  add({ verdict, evidence, strikes }: RunReport): void {
    for (const [fault, found] of verdict)
      this.#found.set(fault, [...(this.#found.get(fault) ?? []), ...found]);
    for (const [line, times] of strikes.counts) this.#strikes.add(line, times);
    for (const moment of strikes.moments) this.#strikes.addMoment(moment);
    for (const account of evidence.accounts) {
      const ending = endingOf(account);
      this.#endings.set(ending, (this.#endings.get(ending) ?? 0) + 1);
    }
    this.purchases += evidence.accounts.length;
    this.charged += evidence.books.orders.filter(({ payments }) =>
      payments.some((paid) => paid.isCharged),
    ).length;
    this.raised += evidence.attempts.filter(({ state }) => state === 'raised').length;
  }

  get isClean(): boolean {
    return faultsIn(this.#found) === 0;
  }

  /** A line for each check and for each kind of fault. */
  lines(): string[] {
    const [struck, all] = [this.#strikes.moments.size, allMoments().length];
    return [
      ...[...this.#found].flatMap(([fault, found]) => [
        row(fault, found.length),
        ...found.slice(0, mostShown).map((what) => `    ${what}`),
      ]),
      '',
      ...byName(this.#strikes.counts).map(([line, times]) => row(line, times)),
      row(`awaits of the checkout struck, of ${all}`, struck),
      '',
      ...byName(this.#endings).map(([ending, times]) => row(`visits that ended "${ending}"`, times)),
      row('orders charged', this.charged),
      row('payments raised to people', this.raised),
    ];
  }
}

/** How a visit ended; where the visitor gave up, over what. */
function endingOf({ ending, heard }: Account): string {
  const last = heard.at(-1);
  return ending === 'gave-up' && last?.told.kind === 'problem' ? `${ending}: ${last.told.code}` : ending;
}

const mostShown = 10;
const width = 46;
const row = (name: string, times: number): string => `  ${name.padEnd(width)} ${String(times).padStart(7)}`;
const byName = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([one], [other]) => one.localeCompare(other));
