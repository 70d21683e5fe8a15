import type { Cart } from '@s360-widgets/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { hurrySeconds, minutesAndSeconds } from './hold-clock.js';
import { icon } from './icon.js';
import { warn } from './icons.js';
import { clock } from './icons.more.js';
import { fills } from '../styles/fills.js';

/**
 * The clock of a hold: the time of day first, then what is left, and a bar. It changes its tone once, at two minutes. At zero it
 * says that the box office is being asked, since only its answer ends a hold.
 */
export function countdown(words: Words<'buy'>, cart: Cart, secondsLeft: number): TemplateResult {
  if (cart.state === 'open' && secondsLeft <= hurrySeconds) return hurry(words, cart, secondsLeft);
  const { format, buy } = words;
  const time = format.time(cart.expiresAt ?? '', cart.timeZone);
  const [before, after] = buy.hold.until('\u0000').split('\u0000');
  return html`<div class="clock" part="clock">
    <p class="clock-line">
      ${icon(clock)}
      <span>${before}<b class="number"><bdi>${time}</bdi></b>${after}</span>
      ${timer(words, secondsLeft)}
    </p>
    ${bar(cart, secondsLeft)}
  </div>`;
}

function hurry(words: Words<'buy'>, cart: Cart, secondsLeft: number): TemplateResult {
  const { hold } = words.buy;
  return html`<div class="clock hurry" part="clock">
    <p class="clock-line">
      ${icon(warn)}
      <span>
        ${
          secondsLeft
            ? html`<b class="hurry-left number" role="timer">${hold.left(minutesAndSeconds(secondsLeft))}</b>
                ${hold.hurry}`
            : hold.asking
        }
      </span>
    </p>
    ${bar(cart, secondsLeft)}
  </div>`;
}

const timer = ({ buy }: Words<'buy'>, secondsLeft: number) =>
  secondsLeft
    ? html`<b class="clock-left number" role="timer" aria-label=${buy.hold.timer}>
        <bdi>${minutesAndSeconds(secondsLeft)}</bdi>
      </b>`
    : nothing;

const bar = ({ holdSeconds }: Cart, secondsLeft: number) =>
  html`<progress class="clock-bar" aria-hidden="true" max=${holdSeconds} .value=${secondsLeft}></progress>`;

/** Read out politely at five, two and one minutes. Keep it in the page from the start, empty. */
export const clockAnnouncement = ({ cart }: Words<'cart'>, minutes: number): TemplateResult =>
  html`<p class="unseen" role="status">${minutes ? cart.minutesLeft(minutes) : nothing}</p>`;

export const countdownStyles = css`
  ${fills}
  .clock {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: 0.9375em;
  }
  .clock-line {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .clock-line > span {
    flex: 1;
  }
  .clock b {
    font-weight: 600;
  }
  .clock-left {
    font-size: 1.2em;
  }
  .clock-bar {
    appearance: none;
    width: 100%;
    height: 4px;
    border: 0;
    border-radius: 2px;
    overflow: hidden;
    background: color-mix(in oklab, currentColor 15%, transparent);
  }
  .clock-bar::-webkit-progress-bar {
    background: none;
  }
  .clock-bar::-webkit-progress-value {
    border-radius: 2px;
    background: currentColor;
  }
  .clock-bar::-moz-progress-bar {
    border-radius: 2px;
    background: currentColor;
  }
  .clock.hurry {
    border-color: color-mix(in oklab, var(--_warn) 55%, var(--_warn-fill));
    background: var(--_warn-fill);
    color: var(--_fill-ink);
  }
  .hurry svg,
  .hurry-left {
    color: var(--_warn);
  }
  .hurry-left {
    font-size: 1.133em;
  }
  .hurry .clock-bar {
    color: var(--_warn);
  }
  @media (forced-colors: active) {
    .clock-bar {
      appearance: auto;
    }
  }
`;
