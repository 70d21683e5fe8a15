import { css } from 'lit';
import {
  atLeast,
  atMost,
  type ColourToken,
  declared,
  from,
  lighter,
  mix,
  ok,
  surface,
  text,
  tinted,
} from './colour-token.js';

/**
 * Colours, radius and shadow. A page re-skins with `--s360-color-accent`, `--s360-color-ground` and `--s360-radius`; any other
 * token can be set as well. Styles read the private `--_name` of each: inner elements inherit them from the outer one.
 *
 * The ink is the page's own `currentColor`. So whatever is painted in ink, edge, line or fill follows the text colour of the
 * element that it stands on: keep that one uncoloured. A surface in ink has `background: currentColor`, and a child in
 * `--_ground` for its text. A surface in `warn-fill` or `bad-fill` has its text in `--_fill-ink`.
 *
 * The ground is what the page paints behind the element, and light or dark follows from it: `GroundController` sets `color-scheme`
 * and four private properties. `--_page` is the ground's colour; `--_lift`, 0 to 1, how far surfaces may stand off from it;
 * `--_least`, the share of ink that text needs; `--_limit`, the lightness that coloured text must keep. On a page that is nearly
 * white or nearly black they change nothing; in between, text leans towards the ink until it can be read.
 * `data-theme="dark"` or `"light"` on an element, or on the shop, paints that theme's ground and ink.
 */

const colours: readonly ColourToken[] = [
  ['accent', ok('.43 .105 232'), ok('.81 .082 218')],
  ['on-accent', from('accent', 'clamp(.12,(.57 - l)*1000,1) 0 h'), '', '#fff'],
  [
    'accent-ink',
    from('accent', `${atMost('l,.48')} ${tinted('c')} h`),
    from('accent', `${atLeast('l,.76')} ${tinted('c')} h`),
    'var(--_accent)',
  ],
  ['ground', 'var(--_page,#fff)', `var(--_page,${ok('.185 .008 250')})`],
  ['raised', 'var(--_ground)', lighter(0.05, 1.25)],
  ['ink', 'currentColor'],
  ['ink-soft', text(72), text(76)],
  ['ink-faint', text(62), text(64)],
  ['edge', mix('ink', 'max(52%,.8*var(--_least,0%))'), mix('ink', 'max(50%,.8*var(--_least,0%))')],
  ['line', mix('ink', '13%'), mix('ink', '16%')],
  ['fill', surface('ink', 4), lighter(0.04, 1.15)],
  ['fill-strong', surface('ink', 8), lighter(0.09, 1.4)],
  ['good', ok(`${atMost('.45')} ${tinted('.095')} 155`), ok(`${atLeast('.8')} ${tinted('.115')} 155`)],
  ['warn', ok(`${atMost('.49')} ${tinted('.105')} 62`), ok(`${atLeast('.83')} ${tinted('.115')} 80`)],
  ['bad', ok(`${atMost('.5')} ${tinted('.18')} 25`), ok(`${atLeast('.76')} ${tinted('.125')} 25`)],
];

export const tokens = css`
  ${declared(colours)}
  :host {
    --_radius: var(--s360-radius, 6px);
    --_radius-inner: max(0px, var(--_radius) - 2px);
    --_shadow: 0 0 0 1px #0001, 0 8px 28px #0002;
    --_ease: cubic-bezier(0.2, 0, 0, 1);
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --_shadow: 0 0 0 1px light-dark(#0000000a, #ffffff14), 0 8px 28px light-dark(#0000001f, #00000080);
    }
  }
  /* Told as an event, so that the colours follow the page's theme. */
  :host {
    transition: color 1ms;
  }
  @supports not ((color: light-dark(red, red)) and (color: color(from red srgb r g b))) {
    :host {
      color: var(--s360-color-ink, #14191e);
      background: var(--_ground);
    }
  }
  :host([data-theme='light']) {
    color: var(--s360-color-ink, #14191e);
  }
  :host([data-theme='dark']) {
    color: var(--s360-color-ink, #eeede8);
  }
`;
