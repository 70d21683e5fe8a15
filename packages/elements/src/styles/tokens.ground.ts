import { atLeast, atMost, from, lighter, mix, ok, surface, text, tinted } from './colour-token.js';
import { groundPrices } from './prices.ground.js';

/** Black or white, whichever can be read on the accent. */
const onAccent = from('accent', 'clamp(.12,(.57 - l)*1000,1) 0 h');

/**
 * The colours of `tokens.ts` as the page's ground demands: name, value where the ink is darker than the ground, value where it is
 * lighter. They follow four private properties. `--_page` is the ground's colour; `--_lift`, 0 to 1, how far surfaces may stand off
 * from it; `--_least`, the share of ink that text needs; `--_limit`, the lightness that coloured text must keep. On a page that is
 * nearly white or nearly black they change nothing; in between, text leans towards the ink until it can be read.
 */
const colours: readonly (readonly [name: string, light: string, dark: string])[] = [
  ['accent', ok('.43 .105 232'), ok('.81 .082 218')],
  ['on-accent', onAccent, onAccent],
  [
    'accent-ink',
    from('accent', `${atMost('l,.48')} ${tinted('c')} h`),
    from('accent', `${atLeast('l,.76')} ${tinted('c')} h`),
  ],
  ['ground', 'var(--_page,#fff)', `var(--_page,${ok('.185 .008 250')})`],
  ['raised', 'var(--_ground)', lighter(0.05, 1.25)],
  ['ink-soft', text(72), text(76)],
  ['ink-faint', text(62), text(64)],
  ['edge', mix('ink', 'max(52%,.8*var(--_least,0%))'), mix('ink', 'max(50%,.8*var(--_least,0%))')],
  ['line', mix('ink', '13%'), mix('ink', '16%')],
  ['fill', surface('ink', 4), lighter(0.04, 1.15)],
  ['fill-strong', surface('ink', 8), lighter(0.09, 1.4)],
  ['good', ok(`${atMost('.45')} ${tinted('.095')} 155`), ok(`${atLeast('.8')} ${tinted('.115')} 155`)],
  ['warn', ok(`${atMost('.49')} ${tinted('.105')} 62`), ok(`${atLeast('.83')} ${tinted('.115')} 80`)],
  ['accent-fill', surface('accent', 9), surface('accent', 14)],
  ['good-fill', ok('.97 .025 155'), ok('.26 .035 155')],
  ['warn-fill', ok('.965 .035 85'), ok('.27 .04 75')],
  ['bad-fill', ok('.97 .018 20'), ok('.26 .045 22')],
  ['fill-ink', 'var(--s360-color-ink,#14191e)', 'var(--s360-color-ink,#eeede8)'],
  ['scrim', ok('.2 .01 250/.4'), ok('.1 .01 250/.6')],
  ['bad', ok(`${atMost('.5')} ${tinted('.18')} 25`), ok(`${atLeast('.76')} ${tinted('.125')} 25`)],
];

const declared = (value: (colour: (typeof colours)[number]) => string) =>
  colours.map((colour) => `--_${colour[0]}:var(--s360-color-${colour[0]},${value(colour)});`).join('');

/** Stronger than the style sheets of parts that come later. */
const host = ':host(:not(#_))';
const prices = (scheme: 'light' | 'dark') =>
  `@supports (color:oklch(from red l c calc(h + cos(1deg)))){${host}{${groundPrices[scheme]}}}`;
const light = `${host}{${declared(([, value]) => value)}}${prices('light')}`;
/** In the dark, pictures dim by 8 %. */
const night = '--_shadow:0 0 0 1px #ffffff14,0 8px 28px #00000080;--_picture-light:.92';

/** Style sheets. Paper is white, so the dark colours are for the screen alone. */
export const groundTokens = {
  light,
  dark: `${light}@media screen{${host}{${declared(([, , value]) => value)}${night}}${prices('dark')}}`,
};
