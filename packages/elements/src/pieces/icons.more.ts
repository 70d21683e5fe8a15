/** Icons beyond those of `icons.ts`, which pages of lists don't load. */
export * from './icons.seats.js';

export const pin =
  'M10 17.25S4.5 12.3 4.5 8.25a5.5 5.5 0 0 1 11 0c0 4.05-5.5 9-5.5 9ZM10 10.25a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z';
export const ticket =
  'M3 5.5h14v3a1.75 1.75 0 0 0 0 3.5v2.5H3V12a1.75 1.75 0 0 0 0-3.5zM12.5 5.5v1M12.5 9.25v1M12.5 13v1.5';
export const up = 'm6 12 4-4 4 4';
export const right = 'm8 6 4 4-4 4';
export const left = 'm12 6-4 4 4 4';
export const arrow = 'M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5';
export const back = 'M16.5 10h-13M8 5.5 3.5 10 8 14.5';
export const fit = 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4';
export const clock = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.75 1.75';
export const user =
  'M10 9.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM3.75 17c.5-3.4 3-5 6.25-5s5.75 1.6 6.25 5';
export const companion =
  'M7 9a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 7 9ZM2.25 16.5c.3-3 2.1-4.5 4.75-4.5s4.45 1.5 4.75 4.5M13 9.25a2.25 2.25 0 1 0 0-4.5M14 12.25c2.2.2 3.5 1.6 3.75 4.25';
export const view =
  'M3 17 17 3M7.2 5.6A8 8 0 0 1 10 5c3.5 0 6.2 1.9 7.75 5a9.4 9.4 0 0 1-2.1 2.8M12.2 14.6A8 8 0 0 1 10 15c-3.5 0-6.2-1.9-7.75-5a9.4 9.4 0 0 1 2-2.7M8.3 8.3a2.4 2.4 0 0 0 3.4 3.4';
export const mail = 'M2.75 4.75h14.5v10.5H2.75zM3 5.5l7 5.5 7-5.5';
export const phone = 'M6 2.75h8v14.5H6zM9.25 14.75h1.5';
export const post =
  'M8.5 15.5h8V9a3.5 3.5 0 0 0-3.5-3.5H6M2.5 15.5h7V9a3.5 3.5 0 0 0-7 0zM5 9.5h2M13 5.5V2.75h2.5';
export const house = 'M3.25 9.5 10 3.5l6.75 6M5 8.5v8h10v-8M8.5 16.5v-4.5h3v4.5';
export const download = 'M10 3v10M5.5 9l4.5 4.5L14.5 9M3.5 16.75h13';
export const lock = 'M4.5 9h11v8h-11zM7 9V6.25a3 3 0 0 1 6 0V9';
export const refresh = 'M16.25 7.5A6.75 6.75 0 1 0 16.75 11M16.75 3.5v4.25H12.5';
export const calplus = 'M16.5 9.5v-4h-13v11h6.5M3.5 8.75h13M7 3v2.5M13 3v2.5M14.5 12.5v5M12 15h5';
export const trash = 'M3.5 5.75h13M8 5.5V3.25h4V5.5M5 5.75l.75 11h8.5l.75-11M8.5 9v4.5M11.5 9v4.5';
export const swap = 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3';
export const sort = 'M6.5 16V4M3.5 7l3-3 3 3M13.5 4v12M10.5 13l3 3 3-3';
export const card = 'M2.75 4.5h14.5v11H2.75zM2.75 8.25h14.5M5.5 12.5h3';
export const stairs = 'M3 16.5h3.5V13H10V9.5h3.5V6H17V3.5';
