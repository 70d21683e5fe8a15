import type { S360EventName, S360Events } from '../events.js';

/**
 * Fires one of the public events from an element.
 * @returns false when the host page vetoed it; only requests can be vetoed
 */
export function emit<Name extends S360EventName>(
  from: EventTarget,
  name: Name,
  detail: S360Events[Name],
): boolean {
  return from.dispatchEvent(
    new CustomEvent(name, {
      bubbles: true,
      composed: true,
      cancelable: name.endsWith('-request'),
      detail: Object.freeze(detail),
    }),
  );
}
