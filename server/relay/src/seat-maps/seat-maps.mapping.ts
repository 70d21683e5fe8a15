/** Seats of S-360's availability. Words of S-360 end here. GUESS: the fields of a seat (docs/decisions/0001). */
import type { ItemHandler } from '../s360/index.js';

/** Where the list of seats stands in the answer of getSeatsAvailability. */
export const seatList = 'seatsAvailabilityData.seatAvailabilities';

/** The id of a seat that is free; undefined for an entry that is not. Only free seats are listed, as far as is known. */
export function toFreeSeat({ seatId, availability }: Parameters<ItemHandler>[0]): string | undefined {
  return availability !== false && typeof seatId === 'string' ? seatId : undefined;
}
