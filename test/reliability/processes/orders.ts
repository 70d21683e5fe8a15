/** What the run says to a process, and hears of it. */
import type { Pace } from '../time/hasty-time.js';
import type { Lifetimes } from '../visitor.plan.js';

/** A relay goes no further than a moment of its checkout. */
export interface Doom {
  /** Undefined: the next one, whichever that is. */
  readonly moment: string | undefined;
}

export type Order =
  | { readonly pace: Pace }
  | { readonly stepMs: number }
  /** Null: nothing is to befall it after all, and it says that it has heard so. */
  | { readonly doom: Doom | null };

/** The file descriptor that a relay writes the moment to at which it stands, and reads from that it may go on. */
export const struckOn = 3;

/** In a relay's folder: while there is such a file, nothing can be written into its database. */
export const fullDisk = 'disk-full';

/** What the box office is told as it starts. */
export interface BoxOffice {
  readonly port: number;
  readonly controlPort: number;
  readonly purchases: number;
  readonly lifetimes: Lifetimes;
  readonly callsPerMinute: number;
}
