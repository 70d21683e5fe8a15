/** What became of a seat. */
export const FREE = 0;
export const TAKEN = 1;
/** In someone else's basket. */
export const HELD = 2;
/** Not for sale to this visitor. */
export const CLOSED = 3;
export type SeatState = typeof FREE | typeof TAKEN | typeof HELD | typeof CLOSED;

/** One byte a seat → base64 of 2 bits a seat, four seats a byte, the first one in the lowest bits. */
export function packStates(states: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(states.length / 4));
  for (let seat = 0; seat < states.length; seat++)
    bytes[seat >> 2]! |= (states[seat]! & 3) << ((seat & 3) * 2);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The reverse of `packStates`. Seats beyond the text are free. */
export function unpackStates(base64: string, size: number): Uint8Array {
  const bytes = atob(base64);
  const states = new Uint8Array(size);
  for (let seat = 0; seat < size; seat++)
    states[seat] = (bytes.charCodeAt(seat >> 2) >> ((seat & 3) * 2)) & 3;
  return states;
}

/**
 * Some seats and what became of them as gap and state in turn; a gap is the distance from the seat before, from −1 at first.
 * @param seats rising indices
 */
export function toChanges(states: Uint8Array, seats: Iterable<number>): number[] {
  const changes: number[] = [];
  let last = -1;
  for (const seat of seats) {
    changes.push(seat - last, states[seat] ?? CLOSED);
    last = seat;
  }
  return changes;
}

/** Applies what `toChanges` gave in place, and returns the seats that really changed, for the painter. */
export function applyChanges(states: Uint8Array, changes: readonly number[]): number[] {
  const changed: number[] = [];
  let seat = -1;
  for (let k = 0; k + 1 < changes.length; k += 2) {
    seat += changes[k]!;
    if (seat >= states.length || states[seat] === changes[k + 1]) continue;
    states[seat] = changes[k + 1]!;
    changed.push(seat);
  }
  return changed;
}
