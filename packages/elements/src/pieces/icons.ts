/** The icons that are needed everywhere: path data on a 20 px grid, drawn with a 1.5 px line. More are in `icons.more.ts`. */
export * from './icons.list.js';
export * from './icons.notes.js';
