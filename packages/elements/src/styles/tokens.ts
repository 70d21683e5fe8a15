import { css } from 'lit';

/**
 * Colours and radius. A page re-skins with `--s360-color-accent`, `--s360-color-ground` and `--s360-radius`; any other
 * token can be set as well. Styles read the private `--_name` of each: inner elements inherit them from the outer one.
 *
 * The ink is the page's own `currentColor`. So whatever is painted in ink, edge, line or fill follows the text colour of the
 * element that it stands on: keep that one uncoloured. A surface in ink has `background: currentColor`, and a child in
 * `--_ground` for its text. A surface in `warn-fill` or `bad-fill` has its text in `--_fill-ink`.
 *
 * These are the colours of a white page without an accent of its own. The ground is what the page paints behind the element, and light or dark follows from it:
 * on any other page, `GroundController` sets `color-scheme` and the colours of `tokens.ground.ts`.
 * `data-theme="dark"` or `"light"` on an element, or on the shop, paints that theme's ground and ink.
 */
export const tokens = css`
  :host {
    --_accent: var(--s360-color-accent, oklch(0.43 0.105 232));
    --_on-accent: var(--s360-color-on-accent, #fff);
    --_accent-ink: var(--s360-color-accent-ink, var(--_accent));
    --_ground: var(--s360-color-ground, #fff);
    --_raised: var(--s360-color-raised, var(--_ground));
    --_ink: var(--s360-color-ink, currentColor);
    --_ink-soft: var(--s360-color-ink-soft, color-mix(in oklab, var(--_ink) 72%, var(--_ground)));
    --_ink-faint: var(--s360-color-ink-faint, color-mix(in oklab, var(--_ink) 62%, var(--_ground)));
    --_edge: var(--s360-color-edge, color-mix(in oklab, var(--_ink) 52%, var(--_ground)));
    --_line: var(--s360-color-line, color-mix(in oklab, var(--_ink) 13%, var(--_ground)));
    --_fill: var(--s360-color-fill, color-mix(in oklab, var(--_ink) 4%, var(--_ground)));
    --_fill-strong: var(--s360-color-fill-strong, color-mix(in oklab, var(--_ink) 8%, var(--_ground)));
    --_good: var(--s360-color-good, oklch(0.45 0.095 155));
    --_warn: var(--s360-color-warn, oklch(0.49 0.105 62));
    --_bad: var(--s360-color-bad, oklch(0.5 0.18 25));
    --_radius: var(--s360-radius, 6px);
    --_radius-inner: max(0px, var(--_radius) - 2px);
    /*
     * Told as an event, so that the colours follow the page's theme. Nothing has columns: their rule stands for the page's own
     * accent, and not for the one that is derived, which following it changes.
     */
    column-rule-color: var(--s360-color-accent, #0000);
    transition:
      color 1ms,
      column-rule-color 1ms;
  }
`;
