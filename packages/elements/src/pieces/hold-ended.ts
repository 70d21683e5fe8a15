import type { CartLine } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { clock } from './icons.more.js';
import { note } from './note.js';

export interface HoldEnded {
  words: Words<'base' | 'buy' | 'problems'>;
  /** What had been held; without it, the same can't be asked for again. */
  lines: readonly CartLine[];
  /** Whether the hold ended during a payment that was not made. */
  inPayment?: boolean;
  /** What stood in the way of the last try. */
  problem: ProblemError | null;
  isTrying: boolean;
  /** Said last, such as that what was entered is kept. */
  also?: string;
  onRetry: () => void;
  onOthers: () => void;
}

/** Says that the hold is over, and offers to try for the same places. */
export function holdEnded(ended: HoldEnded): TemplateResult {
  const { words, lines, inPayment, problem, also } = ended;
  const { hold, payment } = words.buy;
  const reason = problem && words.problems[problem.code];
  const plain = lines.length ? hold.endedText : hold.endedNothing;
  const text = reason?.text ?? (inPayment ? payment.expiredText : plain);
  return note({
    tone: 'bad',
    glyph: clock,
    title: reason?.title ?? (inPayment ? payment.expiredTitle : hold.endedTitle),
    text: [text, also].filter(Boolean).join(' '),
    live: true,
    actions: html`${canRetry(ended) ? retryButton(ended) : nothing}
      <button class="button ${canRetry(ended) ? '' : 'primary'}" @click=${ended.onOthers}>${hold.others}</button>`,
  });
}

const canRetry = ({ lines, problem }: HoldEnded) =>
  lines.length > 0 && problem?.code !== 'seats-taken' && problem?.code !== 'not-enough-seats';

const retryButton = ({ words, isTrying, onRetry }: HoldEnded) => html`<button
  class="button primary"
  aria-busy=${isTrying ? 'true' : 'false'}
  @click=${onRetry}
>
  ${isTrying ? words.buy.hold.retrying : words.buy.hold.retry}
</button>`;
