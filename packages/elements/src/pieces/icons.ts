/** The icons that lists and buttons need everywhere: path data on a 20 px grid, drawn with a 1.5 px line. See `icon.ts`. */
export const search = 'M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM13 13l4 4';
export const calendar = 'M3.5 5.5h13v11h-13zM3.5 8.75h13M7 3v2.5M13 3v2.5';
export const down = 'm6 8 4 4 4-4';
export const close = 'm5 5 10 10M15 5 5 15';
export const check = 'm4 10.5 4 4 8-9';
export const grid = 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z';
export const list = 'M3 5.5h14M3 10h14M3 14.5h14';
export const sliders =
  'M3 6.5h8M15 6.5h2M3 13.5h2M9 13.5h8M13 4.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM7 11.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z';
export const offline =
  'M3 17 17 3M2.5 8.5A11 11 0 0 1 6 6.1M9 5.1a11 11 0 0 1 2.5 0M15 6.6a11 11 0 0 1 2.5 1.9M5.5 11.5a6.7 6.7 0 0 1 2-1.4M12.9 10.3a6.7 6.7 0 0 1 1.6 1.2M10 15h.01';
export const info = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.25V13.5M10 6.5h.01';
export const warn = 'M10 3.25 17.5 16.5h-15zM10 8.25v4M10 14.4h.01';
export const error = 'M7.1 3h5.8L17 7.1v5.8L12.9 17H7.1L3 12.9V7.1zM10 6.5v4M10 13.4h.01';
export const bag = 'M4 6.5h12l.75 10.25H3.25zM7 8.75V6a3 3 0 0 1 6 0v2.75';
