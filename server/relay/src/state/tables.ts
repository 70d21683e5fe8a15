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
  /** Looks that the relay has made by itself since the last change of state. */
  looks: number;
  /** When a visitor's page was last a reason to look, and when what it reported was: by the database's clock. */
  looked_at: number | null;
  reported_at: number | null;
  /** Why people must look at it. */
  reason: string | null;
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

/** Who works on an order. */
export interface OrderLeaseRow {
  order_id: string;
  /** Another word at each taking: what one holder does, no other one is taken for. */
  holder: string;
  /** By the database's clock. */
  until: number;
}

/** How often any relay has changed an order. */
export interface OrderChangeRow {
  order_id: string;
  changes: number;
  changed_at: number;
}

/** One request that came with a key. */
export interface IdempotencyRow {
  /** Whose key it is, and the key: digests, of which nobody finds the way back. */
  scope: string;
  key_hash: string;
  /** The endpoint's name. */
  route: string;
  /** Digest of what was sent. */
  body_hash: string;
  state: string;
  /** Another word at each taking. */
  holder: string;
  /** What it takes to answer again; sealed by the key where it opens anything. */
  answer: string | null;
  /** By the database's clock. */
  expires_at: number;
}

/** Written again and again, to see whether writes are taken. */
export interface HeartbeatRow {
  relay: string;
  beat_at: number;
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
  order_change: OrderChangeRow;
  idempotency: IdempotencyRow;
  heartbeat: HeartbeatRow;
  migration: MigrationRow;
}
