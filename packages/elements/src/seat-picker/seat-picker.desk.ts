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
  /** Asks what became of the seats. */
  check(): void;
  readonly ways: WaysOn;
}

/** Ways on from the confirmation, where the page has given them. */
export interface WaysOn {
  readonly checkoutUrl: string;
  readonly cartUrl: string;
  readonly store: Store | undefined;
}

/** Few come alone: where "How many tickets?" begins. */
export const USUAL = 2;
