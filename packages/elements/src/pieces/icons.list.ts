/** The icons of a list of events, so that its page loads no others. See `icon.ts`. */
export const search = 'M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM13 13l4 4';
export const calendar = 'M3.5 5.5h13v11h-13zM3.5 8.75h13M7 3v2.5M13 3v2.5';
export const down = 'm6 8 4 4 4-4';
export const check = 'm4 10.5 4 4 8-9';
export const grid = 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z';
export const list = 'M3 5.5h14M3 10h14M3 14.5h14';
export const sliders =
  'M3 6.5h8M15 6.5h2M3 13.5h2M9 13.5h8M13 4.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM7 11.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z';
