/** What it takes to choose, beyond looking. Loaded at the first sign of interest. */
export { Selection } from './seat-picker.selection.js';
export { countOf, tray } from './seat-picker.tray.js';
export { trayStyles as styles } from './seat-picker.tray.styles.js';
