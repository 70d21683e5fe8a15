/** Every element of the kit. Importing this defines all tags; the shop comes first, so that it is there when the others ask. */
export { S360Shop } from './shop/shop.js';
export { startDefaultShop } from './shop/default-shop.js';
export { S360Account } from './account/account.js';
export { S360Cart } from './cart/cart.js';
export { S360CartButton } from './cart/cart-button.js';
export { S360Checkout } from './checkout/checkout.js';
export { S360Event } from './event/event.js';
export { S360EventList } from './event-list/event-list.js';
export { S360MyOrders } from './my-orders/my-orders.js';
export { S360SeatPicker } from './seat-picker/seat-picker.js';
export * from './events.js';
export type { Outside } from './shop/provide.js';
