/** An order of S-360: what it is, who may open it, how it is read and changed. */
export { tariffsWithoutCompanion } from './order.companions.js';
export { OrderQueue } from './order.lock.js';
export { toMovementIds, toOpened, toOrder, type OrderDefaults } from './order.mapping.js';
export { ticketsOf, type Order, type OrderLine, type OrderTicket } from './order.model.js';
export { OrderReads } from './order.reads.js';
export { RememberedShipments } from './order.shipments.js';
export { createCartTokens, type Access, type CartTokens } from './order.token.js';
