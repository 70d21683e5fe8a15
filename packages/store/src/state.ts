import type {
  Account,
  Address,
  Cart,
  CartItem,
  CartLine,
  Contact,
  DescriptionList,
  EventDetail,
  EventList,
  Instant,
  Language,
  Order,
  PaymentOutcome,
  PaymentStart,
  SeatMap,
  SeatPlan,
  SeatStates,
  ShipmentMode,
  Shop,
} from '@s360-widgets/contract';
import type { Remote } from './remote.js';
import type { Total } from './total.js';

/** A performance's seats: what is sold, on which plan, and what became of each seat by now. */
export interface SeatMapData {
  readonly seatMap: SeatMap;
  readonly plan: SeatPlan;
  /** Changes since `seatMap.states`, in the order in which they came. */
  readonly updates: readonly SeatStates[];
}

export const checkoutSteps = ['contact', 'delivery', 'review', 'payment', 'confirmation'] as const;
export type CheckoutStep = (typeof checkoutSteps)[number];

export interface CheckoutState {
  readonly step: CheckoutStep;
  readonly shipmentModes: Remote<readonly ShipmentMode[]>;
  readonly payment: Remote<PaymentStart>;
  /** The last answer to "what became of the payment?"; null before the first. */
  readonly outcome: PaymentOutcome | null;
  /** An order of the last minutes for something that is in the cart too, with its title; null where none was found, or looked for. */
  readonly boughtBefore: { readonly orderId: string; readonly at: Instant; readonly title: string } | null;
  /** The order just paid. */
  readonly order: Order | null;
  /** Without a cart: the order made last on this device, where it is too old to be taken for the one just paid. */
  readonly lastOrder: Order | null;
}

/** What the shop knows now. Frozen: each change makes a new one. Each part but the language is there once its slice is used. */
export interface ShopState {
  readonly lang: Language;
  readonly shop: Remote<Shop>;
  readonly events: Remote<EventList>;
  /** What the events are about. */
  readonly descriptions: Remote<DescriptionList>;
  /** By event id. */
  readonly event: Readonly<Record<string, Remote<EventDetail>>>;
  /** By performance id. */
  readonly seatMaps: Readonly<Record<string, Remote<SeatMapData>>>;
  /** Ready with null: there is no cart. `loading` with a value: a change is under way. */
  readonly cart: Remote<Cart | null>;
  /**
   * The token of the open cart while the browser keeps nothing beyond this page: elements tell the visitor so, and their links
   * carry it on. Null as long as the cart outlives the page.
   */
  readonly unkeptToken: string | null;
  /** What a cart held whose hold has ended, to try for the same again; empty otherwise. */
  readonly lapsedLines: readonly CartLine[];
  /** The order that the cart became while this page was open, here or in another tab; null once there is a cart again. */
  readonly soldOrderId: string | null;
  readonly checkout: CheckoutState;
  /** The orders of this device, newest first. */
  readonly orders: Remote<readonly Order[]>;
  /** Ready with null: nobody has signed in. */
  readonly account: Remote<Account | null>;
  /** Whether the next page knows that somebody has signed in: not every browser keeps the key for it. */
  readonly isSessionKept: boolean;
}

/** What can be asked of the store. */
export interface StoreRequests {
  'shop-load': object;
  'events-load': object;
  'descriptions-load': object;
  'event-load': { eventId: string };
  'seat-map-load': { performanceId: string };
  /** Asks for what changed since the last answer; cheap, for polling. */
  'seat-states-load': { performanceId: string };
  'cart-load': object;
  'cart-add': { items: CartItem[] };
  /** Tries for what the ended cart held: the same seats, in a new cart. */
  'cart-add-again': object;
  'tickets-remove': { ticketIds: string[] };
  'ticket-change': { ticketId: string; tariffId: string };
  /** In place of the one before. */
  'promo-code-redeem': { code: string };
  'promo-code-remove': object;
  /** Forgets a cart that has ended, so that a new one can begin. */
  'cart-dismiss': object;
  /** Finds the step to be at, after a reload or a bank's page too. */
  'checkout-open': { returned: boolean };
  'checkout-go': { step: CheckoutStep };
  /** Shows `checkout.lastOrder` as if it had just been paid. */
  'last-order-show': object;
  'contact-save': { contact: Contact };
  'shipment-modes-load': { countryCode: string };
  'shipment-choose': { shipmentModeId: string; address?: Address };
  /** Fills `checkout.boughtBefore`. */
  'bought-before-look': object;
  'payment-start': { totalMinor: number; returnUrl: string };
  'payment-report': { reported: 'success' | 'failure' | 'cancel' | 'return' };
  'payment-leave': object;
  'order-reload': object;
  'orders-load': object;
  'account-load': object;
  'sign-in': { login: string; password: string; isRemembered: boolean };
  /** Also takes what is personal off this device. */
  'sign-out': { everywhere: boolean };
  'password-change': { currentPassword: string; newPassword: string };
  /** `save` gets the PDF; it is the browser's business how. */
  'tickets-download': { orderId: string; ticketId?: string; save: (file: Blob) => void };
}

export type RequestName = keyof StoreRequests;

/** What happened, for whoever listens: ids, counts and amounts, nothing personal. */
export interface StoreFacts {
  'cart-changed': Total & { ticketCount: number; expiresAt: string | null };
  'hold-expired': { ticketCount: number };
  'checkout-step-changed': { step: CheckoutStep };
  'payment-failed': { status: 'refused' | 'cancelled' | 'expired' };
  'order-completed': Total & { orderId: string; ticketCount: number };
  'signed-in': object;
  'signed-out': object;
  'problem-raised': { code: string; request: RequestName; requestId: string | null };
}

export type FactName = keyof StoreFacts;
export interface Fact {
  readonly name: FactName;
  readonly detail: Readonly<StoreFacts[FactName]>;
}
