import { atLeast, from, lighter, mix, ok, text, tinted } from './colour-token.js';

/** The tokens that differ where the ink is lighter than the ground. See `tokens.ts`. */
const colours: readonly (readonly [name: string, value: string])[] = [
  ['accent', ok('.81 .082 218')],
  ['accent-ink', from('accent', `${atLeast('l,.76')} ${tinted('c')} h`)],
  ['ground', `var(--_page,${ok('.185 .008 250')})`],
  ['raised', lighter(0.05, 1.25)],
  ['ink-soft', text(76)],
  ['ink-faint', text(64)],
  ['edge', mix('ink', 'max(50%,.8*var(--_least,0%))')],
  ['line', mix('ink', '16%')],
  ['fill', lighter(0.04, 1.15)],
  ['fill-strong', lighter(0.09, 1.4)],
  ['good', ok(`${atLeast('.8')} ${tinted('.115')} 155`)],
  ['warn', ok(`${atLeast('.83')} ${tinted('.115')} 80`)],
  ['bad', ok(`${atLeast('.76')} ${tinted('.125')} 25`)],
];

/** A style sheet for the screen alone: paper is white. */
export const darkTokens = `@media screen{:host{${colours
  .map(([name, value]) => `--_${name}:var(--s360-color-${name},${value});`)
  .join('')}--_shadow:0 0 0 1px #ffffff14,0 8px 28px #00000080}}`;
