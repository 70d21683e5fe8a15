/** The one script of a page, as a module: `start` finds the kit's tags, now and later. */
export { start, type StartSettings } from './start.js';
