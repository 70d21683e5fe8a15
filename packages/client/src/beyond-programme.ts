/** What only calls beyond the programme need, and answers that tell of a problem. */
import type { EndpointName } from '@s360-widgets/contract/endpoints';
import type { purchaseEndpoints } from '@s360-widgets/contract/endpoints.purchase';
import type { seatEndpoints } from '@s360-widgets/contract/endpoints.seats';
import type { AnyParts, Prepared } from './request.js';

export { problemOf } from './problem-of.js';

/**
 * What calls about seats take comes with the elements that show those; so does what calls about events, carts and orders take.
 * @param name any but the programme's
 */
export async function prepare(name: EndpointName, parts: AnyParts): Promise<Prepared> {
  if (isOfSeats(name)) return (await import('./call.seats.js')).prepareSeats(name, parts);
  if (parts.sign) return (await import('./call.account.js')).prepareSigned(name, parts, parts.sign);
  if (name === 'getEvent' || name === 'listDescriptions')
    return (await import('./call.event.js')).prepareEvent(name, parts);
  return (await import('./call.purchase.js')).preparePurchase(name as keyof typeof purchaseEndpoints, parts);
}

type SeatName = keyof typeof seatEndpoints;

const seatNames: readonly string[] = ['getSeatPlan', 'getSeatMap', 'getSeatStates'] satisfies SeatName[];

const isOfSeats = (name: EndpointName): name is SeatName => seatNames.includes(name);
