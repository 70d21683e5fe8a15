/** Seats of S-360's availability. Words of S-360 end here. */
import type { ItemOf } from '../s360/index.js';

/** The id of a seat that is free; undefined for an entry that is not. Only free seats are listed, as far as is known. */
export const toFreeSeat = ({ seatId, availability }: ItemOf<'getSeatsAvailability'>): string | undefined =>
  availability === false ? undefined : seatId;
