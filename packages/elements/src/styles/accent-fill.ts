import { declared, surface } from './colour-token.js';

/** The tinted ground of what is chosen. See `tokens.ts`. */
export const accentFill = declared([['accent-fill', surface('accent', 9), surface('accent', 14)]]);
