/**
 * The tables, as the last migration leaves them. Instants are milliseconds since 1970, counts and amounts whole numbers, all else is
 * text. The queries stand with who owns a table.
 */

/** One try to pay an order. Old ones stay: a "no" may still become a "yes". */
export interface AttemptRow {
  attempt_id: string;
  order_id: string;
  /** 1, 2, 3 within the order. */
  no: number;
  /** ORDER_IDENTIFIER: our own word for this payment. */
  reference: string;
  amount_minor: number;
  currency: string;
  language: string;
  /** What the visitor agreed to: the tickets' ids as JSON. */
  agreed: string;
  hand_over: string;
  state: string;
  payment_id: string | null;
  identification: string | null;
  transaction_id: string | null;
  /** Goes up with each change. */
  version: number;
  started_at: number;
  decided_at: number | null;
  /** By the database's clock; null where nobody needs to look any more. */
  next_look_at: number | null;
  looks: number;
  /** Why it is raised, or S-360's last refusal. */
  last_code: string | null;
}

/** Which contact buys an order, until S-360 knows it from the payment. */
export interface BuyerRow {
  order_id: string;
  contact_number: string;
  contact_address_id: string | null;
  saved_at: number;
}

/** How the tickets of an order travel, where S-360 does not say it again. */
export interface ShipmentRow {
  order_id: string;
  shipment_mode_id: string;
  contact_address_id: string | null;
  saved_at: number;
}

/** Who works on an order. Each taking has a higher fence than the one before. */
export interface OrderLeaseRow {
  order_id: string;
  owner: string;
  fence: number;
  /** By the database's clock. */
  until: number;
}

/** A write to S-360 that was about to be sent, and what became of it. */
export interface WriteIntentRow {
  intent_id: string;
  order_id: string | null;
  operation: string;
  /** Our own word, which S-360 keeps with what it makes; null where it keeps none. */
  reference: string | null;
  sent_at: number;
  answered_at: number | null;
  result: string | null;
}

export interface MigrationRow {
  name: string;
  applied_at: number;
}

export interface Tables {
  attempt: AttemptRow;
  buyer: BuyerRow;
  shipment: ShipmentRow;
  order_lease: OrderLeaseRow;
  write_intent: WriteIntentRow;
  migration: MigrationRow;
}
