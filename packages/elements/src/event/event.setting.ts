import type { EventDetail } from '@s360-widgets/contract';
import type { Words } from '../base/words.js';
import type { Choice, Offer } from './event.offer.js';
import type { Tours } from './event.tours.js';

/** What the parts of an event are drawn with, and how they tell of a choice. */
export interface EventSetting {
  readonly event: EventDetail;
  readonly offer: Offer;
  /** Of an event with guided visits. */
  readonly tours: Tours | null;
  readonly words: Words<'base' | 'event' | 'problems'>;
  readonly now: number;
  /** Tickets are sold on this page; else their prices are shown alone. */
  readonly isSoldHere: boolean;
  choose(change: Partial<Choice>): void;
}
