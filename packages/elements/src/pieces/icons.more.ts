/** Icons beyond those of `icons.ts`, which pages of lists don't load. */
export { clock, refresh } from './icons.notes.js';
export * from './icons.purchase.js';
export * from './icons.seats.js';

export const pin =
  'M10 17.25S4.5 12.3 4.5 8.25a5.5 5.5 0 0 1 11 0c0 4.05-5.5 9-5.5 9ZM10 10.25a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z';
export const up = 'm6 12 4-4 4 4';
export const right = 'm8 6 4 4-4 4';
export const left = 'm12 6-4 4 4 4';
export const fit = 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4';
export const user =
  'M10 9.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3.75 17c.5-3.4 3-5 6.25-5s5.75 1.6 6.25 5';
export const companion =
  'M7 9a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 7 9ZM2.25 16.5c.3-3 2.1-4.5 4.75-4.5s4.45 1.5 4.75 4.5M13 9.25a2.25 2.25 0 1 0 0-4.5M14 12.25c2.2.2 3.5 1.6 3.75 4.25';
export const view =
  'M3 17 17 3M7.2 5.6A8 8 0 0 1 10 5c3.5 0 6.2 1.9 7.75 5a9.4 9.4 0 0 1-2.1 2.8M12.2 14.6A8 8 0 0 1 10 15c-3.5 0-6.2-1.9-7.75-5a9.4 9.4 0 0 1 2-2.7M8.3 8.3a2.4 2.4 0 0 0 3.4 3.4';
export const calplus = 'M16.5 9.5v-4h-13v11h6.5M3.5 8.75h13M7 3v2.5M13 3v2.5M14.5 12.5v5M12 15h5';
export const swap = 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3';
export const sort = 'M6.5 16V4M3.5 7l3-3 3 3M13.5 4v12M10.5 13l3 3 3-3';
export const card = 'M2.75 4.5h14.5v11H2.75zM2.75 8.25h14.5M5.5 12.5h3';
export const stairs = 'M3 16.5h3.5V13H10V9.5h3.5V6H17V3.5';
