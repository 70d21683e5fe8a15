import { css } from 'lit';

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type PriceLetter = (typeof letters)[number];

/**
 * The price ramp, `--_price-a` (dearest) to `--_price-f`, with `--_on-price-…` for a number on it and `--_price-edge` to outline
 * d, e and f. More contrast with the ground is dearer. These are the prices of a white page; see `prices.ground.ts` for any other.
 */
export const prices = css`
  :host {
    --_price-a: var(--s360-price-a, #592021);
    --_price-b: var(--s360-price-b, #8c3227);
    --_price-c: var(--s360-price-c, #b05323);
    --_price-d: var(--s360-price-d, #db9848);
    --_price-e: var(--s360-price-e, #e8c275);
    --_price-f: var(--s360-price-f, #f1e5b8);
    --_on-price-a: var(--s360-on-price-a, #fff);
    --_on-price-b: var(--s360-on-price-b, #fff);
    --_on-price-c: var(--s360-on-price-c, #fff);
    --_on-price-d: var(--s360-on-price-d, #14191e);
    --_on-price-e: var(--s360-on-price-e, #14191e);
    --_on-price-f: var(--s360-on-price-f, #14191e);
    --_price-edge: #957531;
  }
`;

/** The letters that a number of price categories takes, dearest first; beyond six, neighbours share the last. */
export function priceLetters(count: number): PriceLetter[] {
  const chosen: readonly PriceLetter[] =
    count === 1 ? ['c'] : count === 2 ? ['a', 'e'] : count === 3 ? ['a', 'c', 'e'] : letters;
  return Array.from({ length: count }, (_, index) => chosen[Math.min(index, chosen.length - 1)]!);
}
