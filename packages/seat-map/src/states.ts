/** What became of a seat. */
export const FREE = 0;
export const TAKEN = 1;
/** In someone else's basket. */
export const HELD = 2;
/** Not for sale to this visitor. */
export const CLOSED = 3;

/** Base64 of 2 bits a seat, four seats a byte, the first one in the lowest bits → one byte a seat. */
export function unpackStates(base64: string, size: number): Uint8Array {
  const bytes = atob(base64);
  const states = new Uint8Array(size);
  for (let seat = 0; seat < size; seat++)
    states[seat] = (bytes.charCodeAt(seat >> 2) >> ((seat & 3) * 2)) & 3;
  return states;
}

/** The reverse of `unpackStates`. */
export function packStates(states: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(states.length / 4));
  for (let seat = 0; seat < states.length; seat++)
    bytes[seat >> 2]! |= (states[seat]! & 3) << ((seat & 3) * 2);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Applies changes in place and returns the seats that really changed, for the painter.
 * `changes` holds gap and state in turn; a gap is the distance from the seat changed before, from −1 at first.
 */
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
