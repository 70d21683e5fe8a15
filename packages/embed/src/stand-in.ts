import { offerReload, takeBackReload } from '@s360-widgets/elements/reload';

const widgets = () =>
  document.querySelectorAll(
    '[data-s360], s360-event-list, s360-event, s360-seat-picker, s360-cart, s360-checkout, s360-my-orders',
  );

/**
 * Where not even the code that starts the kit can be had: every widget of the page shows what the page put into it, and a button
 * that reloads the page.
 */
export const standIn = (): void => widgets().forEach(offerReload);

/** The kit has come after all. */
export const standDown = (): void => widgets().forEach(takeBackReload);
