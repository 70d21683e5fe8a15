/** The icons of counts and seat maps. See `icon.ts`. */
export const plus = 'M10 4v12M4 10h12';
export const minus = 'M4 10h12';
export const wheel =
  'M8.75 4.9a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4ZM8.75 6.75v5h4.5l2 4.25 1.25-.5M8.75 8.75h3.5M6.5 10.1a4 4 0 1 0 5.4 5.15';
export const map =
  'M3 9.5a9.5 9.5 0 0 1 14 0M5.25 12.75a6.5 6.5 0 0 1 9.5 0M3 6.25a12 12 0 0 1 14 0M8 15.75a2.8 2.8 0 0 1 4 0';
/** The same corners as `fit`, which pages without a seat map load. */
export const whole = 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4';
