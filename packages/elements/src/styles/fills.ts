import { declared, ok } from './colour-token.js';

/** The tinted grounds of what speaks up, the ink on them, and what dims a page behind a sheet. See `tokens.ts`. */
export const fills = declared([
  ['good-fill', ok('.97 .025 155'), ok('.26 .035 155')],
  ['warn-fill', ok('.965 .035 85'), ok('.27 .04 75')],
  ['bad-fill', ok('.97 .018 20'), ok('.26 .045 22')],
  [
    'fill-ink',
    'var(--s360-color-ink,#14191e)',
    'var(--s360-color-ink,#eeede8)',
    'var(--s360-color-ink,#14191e)',
  ],
  ['scrim', ok('.2 .01 250/.4'), ok('.1 .01 250/.6')],
]);
