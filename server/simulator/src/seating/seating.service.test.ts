import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, type Movement, seatsOf, sell } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const service = 'ExternalSeatingService';

/** Seats A1 and A2 of the gala. */
async function held() {
  const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1), seatId('A', 2)] }]);
  const { orderId, mainOperationId, movementDataUpdates } = orderUpdateData;
  const [first, second] = movementDataUpdates.map(({ movementId }) => movementId);
  return { orderId, operationIds: [mainOperationId], first: first ?? 0, second: second ?? 0 };
}

const seat = (
  operationIds: (number | string)[] | undefined,
  ...seats: [movementId: number, seat: string][]
) =>
  simulator.call<{ movementsData: Movement[] }>(service, 'doSeatingForOperations', {
    operationIds,
    seatingInformation: seats.map(([movementId, physicalSeatId]) => ({ movementId, physicalSeatId })),
  });

const seatsIn = async (orderId: number) => seatsOf((await details(simulator, orderId)).movementDatas);
const free = async () => {
  const answer = await simulator.call<{
    seatsAvailabilityData: { seatAvailabilities: { seatId: number }[] };
  }>('AvailabilityService', 'getSeatsAvailability', { pointOfSalesId: IDS.pos, performanceId: IDS.gala });
  return answer.seatsAvailabilityData.seatAvailabilities.map((one) => String(one.seatId));
};

describe('seating', () => {
  it('moves a movement, leaves its old seat to others and takes the new one', async () => {
    const { orderId, operationIds, second } = await held();
    const { statusCode, movementsData } = await seat(operationIds, [second, seatId('B', 5)]);
    assert.equal(statusCode, 'success');
    assert.deepEqual([seatsOf(movementsData), movementsData[0]?.seatId], ['B5', Number(seatId('B', 5))]);
    assert.equal(await seatsIn(orderId), 'A1 B5');
    const seats = await free();
    assert.deepEqual([seats.includes(seatId('A', 2)), seats.includes(seatId('B', 5))], [true, false]);
  });

  it('exchanges seats', async () => {
    const { orderId, operationIds, first, second } = await held();
    await seat(operationIds, [first, seatId('A', 2)], [second, seatId('A', 1)]);
    assert.equal(await seatsIn(orderId), 'A2 A1');
  });

  it('of what is sold gives a new ticket', async () => {
    const { orderId, operationIds, first } = await held();
    await sell(simulator, orderId);
    const barcodes = async () =>
      (await details(simulator, orderId)).movementDatas.map(
        (movement) => (movement as Movement & { barcode: string }).barcode,
      );
    const before = await barcodes();
    await seat(operationIds, [first, seatId('B', 1)]);
    const now = await barcodes();
    assert.notEqual(now[0], before[0]);
    assert.equal(now[1], before[1]);
  });

  it('on a seat that somebody has is refused as a whole', async () => {
    const { orderId, operationIds, first, second } = await held();
    await hold(simulator, [{ physicalSeatIds: [seatId('A', 3)] }]);
    const answer = await seat(operationIds, [first, seatId('B', 1)], [second, seatId('A', 3)]);
    assert.deepEqual(
      [answer.statusCode, answer.statusDetail],
      ['error.sim.seatTaken', `taken: ${seatId('A', 3)}`],
    );
    assert.equal(await seatsIn(orderId), 'A1 A2');
  });

  it('is refused for what is unknown, of another category, or named twice', async () => {
    const { operationIds, first, second } = await held();
    const wrong: Parameters<typeof seat>[] = [
      [['1'], [first, seatId('B', 1)]],
      [operationIds, [1, seatId('B', 1)]],
      [operationIds, [first, '1']],
      [operationIds, [first, seatId('C', 1)]],
      [operationIds, [first, seatId('B', 1)], [second, seatId('B', 1)]],
      [operationIds, [first, seatId('B', 1)], [first, seatId('B', 2)]],
      [undefined, [first, seatId('B', 1)]],
      [operationIds],
    ];
    for (const args of wrong) assert.equal((await seat(...args)).statusCode, 'error.sim.invalidParameter');
  });

  it('is refused once the order is over', async () => {
    const { operationIds, first } = await held();
    await simulator.control('clock', { advanceSeconds: 3600 });
    const { statusCode } = await seat(operationIds, [first, seatId('B', 1)]);
    assert.equal(statusCode, 'error.sim.orderExpired');
  });

  it('is on the wire as documented', async () => {
    const { operationIds, first } = await held();
    const xml = `<operationIds>${operationIds[0]}</operationIds><seatingInformation><movementId>${first}</movementId>
      <physicalSeatId>${seatId('B', 1)}</physicalSeatId></seatingInformation>`;
    const { text } = await simulator.soap(service, 'doSeatingForOperations', xml);
    assert.match(
      text,
      /<SeatingResult>.*<movementsData>.*<row>B<\/row><seat>1<\/seat>.*<type>SEAT<\/type><\/movementsData>/,
    );
  });
});
