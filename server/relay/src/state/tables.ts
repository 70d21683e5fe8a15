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

/** How all relays together stand with S-360: one row. Instants are by the database's even count. */
export interface BudgetRow {
  budget_id: string;
  /** When a call was last made. */
  seen_at: number;
  /** Since when, and until when, S-360 wants to be left alone. */
  paused_at: number | null;
  paused_until: number | null;
  /** How often in a row it said so. */
  refusals: number;
  /** The last call for who has paid. */
  payment_at: number | null;
  /** When the next refresh would be due, had all of them kept to the month's pace. */
  refresh_due_at: number | null;
}

/** A call of the last minute, or one that is under way. */
export interface CallRow {
  call_id: string;
  /** When it was over, or will be at the latest; by the database's even count. */
  called_at: number;
}

/** What may not be called again yet: a method, or a method and what it asks about. */
export interface CallSpacingRow {
  subject: string;
  /** By the database's even count. */
  free_at: number;
}

/** How many calls a day has cost. */
export interface CallDayRow {
  /** `2026-12-05`, in UTC. */
  day: string;
  calls: number;
}

/** When a visitor last looked at the shop, to about a minute: one row. */
export interface ShopLookRow {
  look_id: string;
  /** By the database's even count. */
  looked_at: number;
}

/** What a visitor has cost in a minute. */
export interface VisitorCallsRow {
  /** Kind of work, and a digest of the visitor's network or cart. */
  meter: string;
  calls: number;
  /** When the minute ends, by the database's even count. */
  ends_at: number;
}

/** A raised payment, as far as the operator's systems were told of it. */
export interface RaisedNoticeRow {
  attempt_id: string;
  raised_at: number;
  tries: number;
  /** By the database's clock; null once it was taken. */
  next_try_at: number | null;
}

/** A raised payment that the relay has asked S-360 to cancel: never twice. */
export interface PaymentUndoRow {
  attempt_id: string;
  state: string;
  asked_at: number;
}

/** The newest of its kind is what is shown; the one before it stays. Rows of a kind that this version does not know are left alone. */
export interface SnapshotRow {
  snapshot_id: string;
  /** What it is of, and in which form: `catalog/3`. */
  kind: string;
  /** 1, 2, 3 within the kind. */
  version: number;
  /** What is to be known of it without reading it whole, as JSON. */
  facts: string;
  records: number;
  /** When S-360 last said this, or that it has not changed. */
  as_of: number;
  /** Tries in a row since then in which S-360 could not be asked. */
  failures: number;
  /** When S-360 is to be asked again. */
  next_at: number;
}

/** Records of a snapshot as lines of JSON. */
export interface SnapshotPieceRow {
  snapshot_id: string;
  no: number;
  body: string;
  /** By the database's clock. */
  written_at: number;
}

/** Which relay does what only one must do. */
export interface LeaseRow {
  name: string;
  holder: string;
  /** By the database's even count. */
  until: number;
}

/** The seats of a performance as S-360 has last said, in the order of a plan. */
export interface SeatStateRow {
  performance_id: string;
  plan_hash: string;
  /** Packed; empty before S-360 has said anything. */
  states: string;
  /** 0 before S-360 has said anything. */
  as_of: number;
  /** By the database's even count: no relay asks before. */
  next_at: number;
}

/** One write to S-360. Nothing of what it says of a person. */
export interface WriteIntentRow {
  id: string;
  /** Null for a new order, and for what is about none. */
  order_id: string | null;
  /** S-360's name for it. */
  operation: string;
  /** Our own word for a new order, by which people find it at S-360. */
  reference: string | null;
  /** When it was to be sent, by the database's clock, as `answered_at`: null while nobody knows what came of it. */
  sent_at: number;
  answered_at: number | null;
  result: string | null;
  /** By which S-360 knows it while it is at work on it. */
  request_id: string | null;
}

/** Somebody who has signed in, on one device. The row is the session: where there is none, no token is good. */
export interface SessionRow {
  session_id: string;
  contact_number: string;
  /** Of the key that all proofs must be by (RFC 7638). */
  key_thumbprint: string;
  /** By which it was begun. */
  way: string;
  /** Which refresh token is the last one: 1, 2, 3. */
  generation: number;
  rotated_at: number;
  ends_at: number;
  /** By which S-360 is asked to let it go on, sealed; null where it ends by itself. */
  renewal: string | null;
  renewed_at: number;
}

/** A proof that was shown, for as long as its nonce is good. */
export interface ShownProofRow {
  proof_hash: string;
  expires_at: number;
}

/** How often somebody has tried a password. */
export interface SignInTryRow {
  /** Digest of whose, and of what was tried. */
  meter: string;
  tries: number;
  /** When they are forgotten. */
  ends_at: number;
}

/** An order that is bought for an account: its buyer has signed in. */
export interface AccountOrderRow {
  order_id: string;
  taken_at: number;
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
  budget: BudgetRow;
  call: CallRow;
  call_spacing: CallSpacingRow;
  call_day: CallDayRow;
  shop_look: ShopLookRow;
  visitor_calls: VisitorCallsRow;
  raised_notice: RaisedNoticeRow;
  payment_undo: PaymentUndoRow;
  snapshot: SnapshotRow;
  snapshot_piece: SnapshotPieceRow;
  lease: LeaseRow;
  seat_state: SeatStateRow;
  write_intent: WriteIntentRow;
  session: SessionRow;
  shown_proof: ShownProofRow;
  sign_in_try: SignInTryRow;
  account_order: AccountOrderRow;
  heartbeat: HeartbeatRow;
  migration: MigrationRow;
}
