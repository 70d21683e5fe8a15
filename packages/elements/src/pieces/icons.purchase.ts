/** The icons on the way from the cart to the tickets. See `icon.ts`. */
export const ticket =
  'M3 5.5h14v3a1.75 1.75 0 0 0 0 3.5v2.5H3V12a1.75 1.75 0 0 0 0-3.5zM12.5 5.5v1M12.5 9.25v1M12.5 13v1.5';
export const arrow = 'M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5';
export const back = 'M16.5 10h-13M8 5.5 3.5 10 8 14.5';
export const house = 'M3.25 9.5 10 3.5l6.75 6M5 8.5v8h10v-8M8.5 16.5v-4.5h3v4.5';
export const mail = 'M2.75 4.75h14.5v10.5H2.75zM3 5.5l7 5.5 7-5.5';
export const phone = 'M6 2.75h8v14.5H6zM9.25 14.75h1.5';
export const post =
  'M8.5 15.5h8V9a3.5 3.5 0 0 0-3.5-3.5H6M2.5 15.5h7V9a3.5 3.5 0 0 0-7 0zM5 9.5h2M13 5.5V2.75h2.5';
export const download = 'M10 3v10M5.5 9l4.5 4.5L14.5 9M3.5 16.75h13';
export const lock = 'M4.5 9h11v8h-11zM7 9V6.25a3 3 0 0 1 6 0V9';
export const trash = 'M3.5 5.75h13M8 5.5V3.25h4V5.5M5 5.75l.75 11h8.5l.75-11M8.5 9v4.5M11.5 9v4.5';
