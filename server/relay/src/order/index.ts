/** An order of S-360: what it is, who may open it, how it is read and changed, and what the relay remembers of it. */

export {
  currentOf,
  attemptState,
  outcomeOf,
  verdictOn,
  type Attempt,
  type AttemptState,
  type Decision,
  type NewAttempt,
  type Outcome,
  type RaisedReason,
  type StartedPayment,
} from './order.attempt.js';
export { AttemptMoved, type AttemptCount, type LookReason } from './order.attempts.js';
export {
  companionsIn,
  dependentTariffs,
  refuseLonelyTariffs,
  tariffsWithoutCompanion,
  type CompanionsOf,
} from './order.companions.js';
export { OrderDesk, type Foresight, type OrderDeskParts } from './order.desk.js';
export { toMovementIds, toOpened } from './order.mapping.js';
export {
  admissionsOf,
  contentOf,
  refuseUnlessOpen,
  isComposed,
  ticketsOf,
  withVersion,
  type Admission,
  type Order,
  type OrderLine,
  type OrderTicket,
} from './order.model.js';
export type { LostWrite } from './order.intents.js';
export { importFiles } from './order.import.js';
export type { RaisedNotice } from './order.notices.js';
export { heldMs } from './order.reads.js';
export { OrderRecords } from './order.records.js';
export { namelessShipment, type RememberedShipments } from './order.shipments.js';
export { TicketFee, type NamedOrder, type TicketFeeSettings } from './order.ticket-fee.js';
export { createCartTokens, type Access } from './order.token.js';
export type { BuyerViews, CartViews, ShipmentViews, TicketViews } from './order.views.js';
export {
  languageNameOf,
  tariffNameOf,
  tourPart,
  wordsOf,
  type OrderWords,
  type PlaceKey,
  type PlaceWords,
  type TariffWords,
} from './order.words.js';
