import type { Chance } from './chance.js';
import type { Evenings } from './season.js';
import type { TappedWrite, WrittenAttempt } from './verdict.js';
import type { Shop } from './visit.js';
import type { Lifetimes } from './visitor.plan.js';

/** What befalls the world beside what S-360 answers; each is over by itself, or is mended at once. */
export type Blow =
  | 'relay killed'
  | 'relay stands still'
  | 'disk full'
  | 'clock stepped'
  /** Of a server alone: it takes no writes for a while, as one that another has taken over from. */
  | 'database takes no writes'
  | 'database restarted';

/** How long a relay stands still: less than its leases last, and more. */
export const stands = { leastSeconds: 5, mostSeconds: 90 };

/** A blow that has struck, with where: the name of a moment, or nothing. */
export interface Struck {
  readonly blow: Blow;
  readonly at: string;
}

export interface StrikeWish {
  readonly blow: Blow;
  readonly chance: Chance;
  /** Where whichever relay comes to it is struck; else a relay and a moment are drawn. */
  readonly moment?: string | undefined;
  /** Else drawn. */
  readonly standsSeconds?: number | undefined;
  /** Hears that it has struck, while it goes on. */
  onStruck?(): void;
}

/** Relays, a box office and their database; time goes as it likes. */
export interface World {
  readonly lifetimes: Lifetimes;
  /** What can befall it. */
  readonly blows: readonly Blow[];
  /** Visitors at a time. */
  readonly together: number;
  /** What a visit needs of it, beside what the run itself does for visitors. */
  readonly shop: Pick<Shop, 'client' | 'returnUrl' | 'payByCard' | 'wait' | 'now'>;
  /** What visitors choose from. */
  readonly evenings: Evenings;
  /** The simulator's control port. */
  control<T = unknown>(path: string, body?: object): Promise<T>;
  strike(wish: StrikeWish): Promise<Struck>;
  attempts(): Promise<readonly WrittenAttempt[]>;
  /** Writes to orders that relays have sent. */
  readonly writes: readonly TappedWrite[];
  /** Whether time goes on as it should for visitors, or may hurry: nobody is there. */
  hurry(isNobodyThere: boolean): Promise<void>;
  stop(): Promise<void>;
}
