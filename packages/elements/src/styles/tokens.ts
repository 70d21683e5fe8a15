import { css } from 'lit';

/**
 * Colours, radius and shadow. A page re-skins with `--s360-color-accent`, `--s360-color-ground` and `--s360-radius`; any other
 * token can be set as well. Styles read the private `--_name` of each: inner elements inherit them from the outer one.
 *
 * The ink is the page's own `currentColor`. So whatever is painted in ink, edge, line or fill follows the text colour of the
 * element that it stands on: keep that one uncoloured. A surface in ink has `background: currentColor`, and a child in
 * `--_ground` for its text.
 *
 * Light and dark follow the page's `color-scheme`. `data-theme="dark"` or `"light"` on an element, or on the shop, forces one.
 */
export const tokens = css`
  :host {
    --_accent: var(--s360-color-accent, #00587f);
    --_on-accent: var(--s360-color-on-accent, #fff);
    --_accent-ink: var(--s360-color-accent-ink, var(--_accent));
    --_accent-fill: var(--s360-color-accent-fill, #e8eff3);
    --_ground: var(--s360-color-ground, #fff);
    --_raised: var(--s360-color-raised, var(--_ground));
    --_ink: var(--s360-color-ink, currentColor);
    --_ink-soft: var(--s360-color-ink-soft, #4d5155);
    --_ink-faint: var(--s360-color-ink-faint, #63676a);
    --_edge: var(--s360-color-edge, #7a7d81);
    --_line: var(--s360-color-line, #e0e1e2);
    --_fill: var(--s360-color-fill, #f4f4f5);
    --_fill-strong: var(--s360-color-fill-strong, #e9eaeb);
    --_good: var(--s360-color-good, #1e643d);
    --_good-fill: var(--s360-color-good-fill, #e8fbef);
    --_warn: var(--s360-color-warn, #8a5111);
    --_warn-fill: var(--s360-color-warn-fill, #fef2da);
    --_bad: var(--s360-color-bad, #b32228);
    --_bad-fill: var(--s360-color-bad-fill, #fff1f0);
    --_radius: var(--s360-radius, 6px);
    --_radius-inner: max(0px, var(--_radius) - 2px);
    --_shadow: 0 0 0 1px #0001, 0 8px 28px #0002;
    --_scrim: #0006;
    --_ease: cubic-bezier(0.2, 0, 0, 1);
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --_accent: var(--s360-color-accent, light-dark(oklch(0.43 0.105 232), oklch(0.81 0.082 218)));
      --_on-accent: var(
        --s360-color-on-accent,
        oklch(from var(--_accent) clamp(0.12, (0.57 - l) * 1000, 1) 0 h)
      );
      --_accent-ink: var(
        --s360-color-accent-ink,
        light-dark(oklch(from var(--_accent) min(l, 0.48) c h), oklch(from var(--_accent) max(l, 0.76) c h))
      );
      --_accent-fill: var(
        --s360-color-accent-fill,
        light-dark(
          color-mix(in oklab, var(--_accent) 9%, var(--_ground)),
          color-mix(in oklab, var(--_accent) 14%, var(--_ground))
        )
      );
      --_ground: var(--s360-color-ground, light-dark(#fff, oklch(0.185 0.008 250)));
      --_raised: var(
        --s360-color-raised,
        light-dark(var(--_ground), oklch(from var(--_ground) calc(l + 0.05) calc(c * 1.25) h))
      );
      --_ink-soft: var(
        --s360-color-ink-soft,
        light-dark(color-mix(in oklab, var(--_ink) 72%, var(--_ground)), color-mix(in oklab, var(--_ink) 76%, var(--_ground)))
      );
      --_ink-faint: var(
        --s360-color-ink-faint,
        light-dark(color-mix(in oklab, var(--_ink) 62%, var(--_ground)), color-mix(in oklab, var(--_ink) 64%, var(--_ground)))
      );
      --_edge: var(--s360-color-edge, color-mix(in oklab, var(--_ink) 51%, var(--_ground)));
      --_line: var(
        --s360-color-line,
        light-dark(color-mix(in oklab, var(--_ink) 13%, var(--_ground)), color-mix(in oklab, var(--_ink) 16%, var(--_ground)))
      );
      --_fill: var(
        --s360-color-fill,
        light-dark(
          color-mix(in oklab, var(--_ink) 4%, var(--_ground)),
          oklch(from var(--_ground) calc(l + 0.04) calc(c * 1.15) h)
        )
      );
      --_fill-strong: var(
        --s360-color-fill-strong,
        light-dark(
          color-mix(in oklab, var(--_ink) 8%, var(--_ground)),
          oklch(from var(--_ground) calc(l + 0.09) calc(c * 1.4) h)
        )
      );
      --_good: var(--s360-color-good, light-dark(oklch(0.45 0.095 155), oklch(0.8 0.115 155)));
      --_good-fill: var(--s360-color-good-fill, light-dark(oklch(0.97 0.025 155), oklch(0.26 0.035 155)));
      --_warn: var(--s360-color-warn, light-dark(oklch(0.49 0.105 62), oklch(0.83 0.115 80)));
      --_warn-fill: var(--s360-color-warn-fill, light-dark(oklch(0.965 0.035 85), oklch(0.27 0.04 75)));
      --_bad: var(--s360-color-bad, light-dark(oklch(0.5 0.18 25), oklch(0.76 0.125 25)));
      --_bad-fill: var(--s360-color-bad-fill, light-dark(oklch(0.97 0.018 20), oklch(0.26 0.045 22)));
      --_shadow:
        0 0 0 1px light-dark(#0000000a, #ffffff14), 0 1px 2px light-dark(#0000000f, #0000),
        0 8px 28px light-dark(#0000001a, #00000080);
      --_scrim: var(--s360-scrim, light-dark(oklch(0.2 0.01 250 / 0.4), oklch(0.1 0.01 250 / 0.6)));
    }
  }
  :host([data-theme='light']) {
    color-scheme: light;
  }
  :host([data-theme='dark']) {
    color-scheme: dark;
    color: var(--s360-color-ink, #eeede8);
    background: var(--_ground);
  }
`;
