import type { Inventory } from '../availability/inventory.js';
import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import type { Movement, SeatOperation } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import type { OrderView } from '../orders/order.view.js';
import { replaceTicket } from '../orders/tickets.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';

/** What the service works with. */
export interface SeatingParts {
  readonly book: OrderBook;
  readonly inventory: Inventory;
  readonly view: OrderView;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** Documented; both lists are mandatory. */
interface SeatingArgs {
  operationIds?: string[];
  seatingInformation?: { movementId?: string; physicalSeatId?: string }[];
}

/** A movement and the place that it is to have. */
interface Move {
  operation: SeatOperation;
  movement: Movement;
  place: number;
}

/** ExternalSeatingService v1_0. */
export function seatingService(parts: SeatingParts): Handlers {
  const { book, inventory, view, ids, clock } = parts;
  return {
    /**
     * Seats movements of open and of sold orders anew, all or none; what is sold gets a new ticket. GUESS: seats may be exchanged among
     * those named, a seat must be of the operation's category, and of all others those that are seated are told.
     */
    doSeatingForOperations({ operationIds, seatingInformation }: SeatingArgs) {
      book.releaseExpired();
      const operations = required(operationIds, 'operationIds').map((id) => seatOperation(book, id));
      const moves = required(seatingInformation, 'seatingInformation').map((seat) =>
        moveOf(operations, seat),
      );
      refuseDoubles(moves);
      refuseTaken(inventory, moves);
      for (const { operation, movement } of moves) inventory.release(operation.sold, placesOf(movement));
      for (const { operation, movement, place } of moves) {
        inventory.take(operation.sold, [place]);
        movement.place = place;
        replaceTicket(movement, ids, clock.now());
      }
      return {
        movementsData: moves.flatMap(({ operation, movement }) => view.movementDatas(operation, [movement])),
      };
    },
  };
}

/** Of an order that is open or closed. */
function seatOperation(book: OrderBook, operationId: string): SeatOperation {
  for (const order of book.all())
    for (const operation of order.operations) {
      if (operation.id !== operationId || operation.kind !== 'SINGLE_ENTRY') continue;
      if (order.state !== 'CLOSED') book.getRunning(order.id);
      return operation;
    }
  throw new Refusal('error.sim.invalidParameter', `operation ${operationId} has no seats or is unknown`);
}

function moveOf(
  operations: readonly SeatOperation[],
  seat: { movementId?: string; physicalSeatId?: string },
): Move {
  const movementId = required(seat.movementId, 'movementId');
  const physicalSeatId = required(seat.physicalSeatId, 'physicalSeatId');
  const operation = operations.find(({ movements }) => movements.some(({ id }) => id === movementId));
  const movement = operation?.movements.find(({ id }) => id === movementId);
  if (!operation || !movement)
    throw new Refusal('error.sim.invalidParameter', `movement ${movementId} is not of the operations`);
  const { hall } = operation.sold;
  const place = hall.placeOfSeat.get(physicalSeatId);
  if (place === undefined || hall.hall.seats[place]?.seatCategoryId !== operation.seatCategoryId)
    throw new Refusal(
      'error.sim.invalidParameter',
      `seat ${physicalSeatId} is not of the operation's category`,
    );
  return { operation, movement, place };
}

const placesOf = ({ place }: Movement): number[] => (place === undefined ? [] : [place]);

/** A seat of one performance. */
const seatKey = ({ performance }: SeatOperation['sold'], place: number | undefined): string =>
  `${performance.id} ${place}`;

/** Nobody sits twice, and no seat is given twice. */
function refuseDoubles(moves: readonly Move[]): void {
  const movements = new Set(moves.map(({ movement }) => movement));
  const seats = new Set(moves.map(({ operation, place }) => seatKey(operation.sold, place)));
  if (movements.size < moves.length || seats.size < moves.length)
    throw new Refusal('error.sim.invalidParameter', 'a movement or a seat is named twice');
}

/** What the same call leaves is free. */
function refuseTaken(inventory: Inventory, moves: readonly Move[]): void {
  const left = new Set(moves.map(({ operation, movement }) => seatKey(operation.sold, movement.place)));
  const gone = moves.filter(
    ({ operation: { sold }, place }) => !inventory.isFree(sold, place) && !left.has(seatKey(sold, place)),
  );
  const ids = gone.map(({ operation, place }) => operation.sold.hall.hall.seats[place]?.id);
  if (ids.length > 0) throw new Refusal('error.sim.seatTaken', `taken: ${ids.join(', ')}`);
}
