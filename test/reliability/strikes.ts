import type { Account } from './account.js';

/** How often each kind of fault has struck, and where relays were struck. */
export class Strikes {
  readonly counts = new Map<string, number>();
  readonly moments = new Set<string>();

  add(line: string, times = 1): void {
    this.counts.set(line, (this.counts.get(line) ?? 0) + times);
  }

  addMoment(moment: string): void {
    if (moment) this.moments.add(moment);
  }

  /** What the visitor of an account did that is hard on a shop. */
  addVisit({ plan, heard, ending }: Account): void {
    const { doubleClickAt, tabCloses, payments } = plan;
    if (ending === 'tab-closed') this.add(`tab closed at "${tabCloses?.step ?? ''}"`);
    if (heard.some(({ step }) => step === doubleClickAt)) this.add('double click');
    const cards = heard.filter(({ step }) => step === 'card').length;
    for (const { card, pausesSeconds, then } of payments.slice(0, cards)) {
      if (card === 'slow') this.add('slow bank');
      if (pausesSeconds > 0) this.add('card given after the hold');
      if (then === 'race') this.add('cancel races the card');
    }
  }
}
