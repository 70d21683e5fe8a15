/** The icons of notes, sheets and carts. See `icon.ts`. */
export const close = 'm5 5 10 10M15 5 5 15';
export const offline =
  'M3 17 17 3M2.5 8.5A11 11 0 0 1 6 6.1M9 5.1a11 11 0 0 1 2.5 0M15 6.6a11 11 0 0 1 2.5 1.9M5.5 11.5a6.7 6.7 0 0 1 2-1.4M12.9 10.3a6.7 6.7 0 0 1 1.6 1.2M10 15h.01';
export const info = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.25V13.5M10 6.5h.01';
export const warn = 'M10 3.25 17.5 16.5h-15zM10 8.25v4M10 14.4h.01';
export const error = 'M7.1 3h5.8L17 7.1v5.8L12.9 17H7.1L3 12.9V7.1zM10 6.5v4M10 13.4h.01';
export const bag = 'M4 6.5h12l.75 10.25H3.25zM7 8.75V6a3 3 0 0 1 6 0v2.75';
export const clock = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.75 1.75';
export const refresh = 'M16.25 7.5A6.75 6.75 0 1 0 16.75 11M16.75 3.5v4.25H12.5';
