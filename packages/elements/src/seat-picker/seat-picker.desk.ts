import type { CartItem } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Store } from '@s360-widgets/store';
import type { Hall } from './seat-picker.hall.js';
import type { SeatWords } from './seat-picker.words.js';

/** What choosing works with; read anew at each step. */
export interface Desk {
  readonly hall: Hall;
  readonly words: SeatWords;
  /** Seats and tariffs of this performance that the cart has. */
  readonly inCart: ReadonlySet<number>;
  readonly tariffsInCart: readonly string[];
  /** How many seats may still be chosen. */
  readonly most: number;
  /** Prices (indices) that the visitor looks for; none = all. */
  readonly pressed: ReadonlySet<number>;
  announce(text: string): void;
  /** Shows seats that the visitor did not point at. */
  show(seats: readonly number[]): void;
  send(item: CartItem): Promise<ProblemError | null>;
  readonly ways: WaysOn;
}

/** Ways on from the confirmation, where the page has given them. */
export interface WaysOn {
  readonly checkoutUrl: string;
  readonly cartUrl: string;
  /** Time of day until which the cart holds the seats; empty when unknown. */
  readonly heldUntil: string;
  readonly store: Store | undefined;
  onCheckout(event: Event): void;
}

/** Few come alone: where "How many tickets?" begins. */
export const USUAL = 2;
