/** What the shop knows now, and how to ask it for more. No DOM, no Lit: usable without the elements. */
export { browserClock } from './browser.js';
export { browserDevice } from './browser-device.js';
export { cartSlice } from './cart.js';
export { catalogSlice } from './catalog.js';
export { checkoutSlice, checkoutSlices } from './checkout.js';
export { confirmationSlice } from './confirmation.js';
export { lateCartSlice, prepareCart } from './late-cart.js';
export { ordersSlice } from './orders.js';
export type { Clock, Device, Storage, TabChannel } from './outside.js';
export { programmeSlice } from './programme.js';
export { promoCodeSlice } from './promo-code.js';
export type { Remote } from './remote.js';
export { searchSlice } from './search.js';
export { seatMapSlice } from './seat-maps.js';
export * from './state.js';
export { createStore, type Slice, type Store, type StoreSettings } from './store.js';
export { type Total, toTotal } from './total.js';
