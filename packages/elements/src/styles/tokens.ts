import { css, unsafeCSS } from 'lit';

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

/** A colour mixed into the ground: `oklab` keeps the steps even. */
const mix = (name: string, percent: number) =>
  `color-mix(in oklab,var(--_${name}) ${percent}%,var(--_ground))`;
/** A colour derived from another in oklch. */
const from = (name: string, derived: string) => `oklch(from var(--_${name}) ${derived})`;
const ok = (values: string) => `oklch(${values})`;
const lighter = (l: number, c: number) => from('ground', `calc(l + ${l}) calc(c*${c}) h`);

/** Name, value in light pages, value in dark ones if another, value for browsers that can't derive one. */
const colors: readonly (readonly [name: string, light: string, dark?: string, plain?: string])[] = [
  ['accent', ok('.43 .105 232'), ok('.81 .082 218')],
  ['on-accent', from('accent', 'clamp(.12,(.57 - l)*1000,1) 0 h'), '', '#fff'],
  ['accent-ink', from('accent', 'min(l,.48) c h'), from('accent', 'max(l,.76) c h'), 'var(--_accent)'],
  ['accent-fill', mix('accent', 9), mix('accent', 14)],
  ['ground', '#fff', ok('.185 .008 250')],
  ['raised', 'var(--_ground)', lighter(0.05, 1.25)],
  ['ink', 'currentColor'],
  ['ink-soft', mix('ink', 72), mix('ink', 76)],
  ['ink-faint', mix('ink', 62), mix('ink', 64)],
  ['edge', mix('ink', 52), mix('ink', 50)],
  ['line', mix('ink', 13), mix('ink', 16)],
  ['fill', mix('ink', 4), lighter(0.04, 1.15)],
  ['fill-strong', mix('ink', 8), lighter(0.09, 1.4)],
  ['good', ok('.45 .095 155'), ok('.8 .115 155')],
  ['good-fill', ok('.97 .025 155'), ok('.26 .035 155')],
  ['warn', ok('.49 .105 62'), ok('.83 .115 80')],
  ['warn-fill', ok('.965 .035 85'), ok('.27 .04 75')],
  ['bad', ok('.5 .18 25'), ok('.76 .125 25')],
  ['bad-fill', ok('.97 .018 20'), ok('.26 .045 22')],
  ['scrim', ok('.2 .01 250/.4'), ok('.1 .01 250/.6')],
];

const declared = (valueOf: (color: (typeof colors)[number]) => string) =>
  unsafeCSS(
    colors.map((color) => `--_${color[0]}:var(--s360-color-${color[0]},${valueOf(color)});`).join(''),
  );

export const tokens = css`
  :host {
    ${declared(([, light, , plain]) => plain ?? light)}
    --_radius: var(--s360-radius, 6px);
    --_radius-inner: max(0px, var(--_radius) - 2px);
    --_shadow: 0 0 0 1px #0001, 0 8px 28px #0002;
    --_ease: cubic-bezier(0.2, 0, 0, 1);
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      ${declared(([, light, dark]) => (dark ? `light-dark(${light},${dark})` : light))}
      --_shadow: 0 0 0 1px light-dark(#0000000a, #ffffff14), 0 8px 28px light-dark(#0000001f, #00000080);
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
