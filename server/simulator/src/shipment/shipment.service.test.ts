import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, sell } from '../fixtures/buying.js';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const service = 'ShipmentPublicService';

async function modes(args: object): Promise<string[]> {
  const answer = await simulator.call<{ shipmentModes: { code: string }[] }>(
    service,
    'getAvailableShipmentModes',
    {
      pointOfSalesId: IDS.pos,
      shipmentContents: 'TICKETS',
      ...args,
    },
  );
  return answer.shipmentModes.map((mode) => mode.code);
}

async function addressIn(countryCode: string): Promise<number> {
  const answer = await simulator.call<{ contactAddressId: number }>(
    'ContactInformationPublicService',
    'saveIndividualContact',
    {
      individualContact: { firstName: 'Ada', lastName: 'Lovelace', email: 'a@b.c' },
      address: { countryCode },
    },
  );
  return answer.contactAddressId;
}

async function orderFor(performanceId: string): Promise<number> {
  return (await hold(simulator, [{ performanceId }])).orderUpdateData.orderId;
}

const choose = (orderId: number, shipmentModeId?: string, contactAddressId?: number) =>
  simulator.call(service, 'setShipmentMode', { orderId, shipmentModeId, contactAddressId });

describe('the shipment modes', () => {
  it('are those of the point of sales', async () => {
    assert.deepEqual(await modes({}), ['MOBILE', 'POST']);
  });

  it('mail only to their countries; the address beats the country', async () => {
    assert.deepEqual(await modes({ destinationCountryCode: 'JP' }), ['MOBILE']);
    assert.deepEqual(await modes({ destinationCountryCode: 'FR' }), ['MOBILE', 'POST']);
    const contactAddressId = await addressIn('JP');
    assert.deepEqual(await modes({ destinationCountryCode: 'FR', contactAddressId }), ['MOBILE']);
  });

  it('mail only what arrives before the performance', async () => {
    assert.deepEqual(await modes({ orderId: await orderFor(IDS.matinee) }), ['MOBILE']);
    assert.deepEqual(await modes({ orderId: await orderFor(IDS.gala) }), ['MOBILE', 'POST']);
  });

  it('are on the wire as decided', async () => {
    const xml = `<pointOfSalesId>${IDS.pos}</pointOfSalesId><shipmentContents>TICKETS</shipmentContents>
      <destinationCountryCode>JP</destinationCountryCode>`;
    const { text } = await simulator.soap(service, 'getAvailableShipmentModes', xml);
    assert.equal(
      /<shipmentModes>.*<\/shipmentModes>/.exec(text)?.[0],
      flat(`<shipmentModes><amount>0</amount><catalogTypes>TICKETING</catalogTypes><code>MOBILE</code>
        <contactAddressRequired>false</contactAddressRequired><deliveryTimeInDays>0</deliveryTimeInDays>
        <description>At once after payment.</description>
        <externalName><translations><locale>en</locale><value>Mobile tickets</value></translations>
        <translations><locale>fr</locale><value>Billets mobiles</value></translations></externalName>
        <shipmentModeId>${IDS.mobile}</shipmentModeId><type>MOBILE</type></shipmentModes>`),
    );
  });

  it('are refused for contents that do not exist', async () => {
    const args = { pointOfSalesId: IDS.pos, shipmentContents: 'PARCELS' };
    const answer = await simulator.call(service, 'getAvailableShipmentModes', args);
    assert.equal(answer.statusCode, 'error.sim.invalidParameter');
  });
});

describe('the choice of a mode', () => {
  const fee = async (orderId: number) =>
    (await details(simulator, orderId)).operationDatas
      .filter((operation) => operation.chargeType === 'DELIVERY_FEE')
      .map((operation) => operation.totalAmount);

  it('brings its fee into the order, replaces it and takes it out', async () => {
    const orderId = await orderFor(IDS.gala);
    assert.equal((await choose(orderId, IDS.post, await addressIn('CH'))).statusCode, 'success');
    assert.deepEqual(await fee(orderId), [7500]);
    assert.equal((await details(simulator, orderId)).amountDue, 50_000 + 1200 + 7500);
    await choose(orderId, IDS.mobile);
    assert.deepEqual(await fee(orderId), []);
    assert.equal((await details(simulator, orderId)).shipments[0]?.shipmentModeId, Number(IDS.mobile));
    await choose(orderId);
    assert.deepEqual((await details(simulator, orderId)).shipments, []);
  });

  it('goes with the last ticket', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    const { orderId, mainOperationId } = orderUpdateData;
    await choose(orderId, IDS.post, await addressIn('CH'));
    await simulator.call('ExternalOrderService', 'cancelOperations', {
      orderId,
      operationIds: [mainOperationId],
    });
    assert.equal((await details(simulator, orderId)).saleAmount, 0);
  });

  it('is refused without the address it needs, to a country it does not reach, or too late', async () => {
    const orderId = await orderFor(IDS.gala);
    const code = async (...args: Parameters<typeof choose>) => (await choose(...args)).statusCode;
    assert.equal(await code(orderId, IDS.post), 'error.sim.shipmentModeNotAllowed');
    assert.equal(await code(orderId, IDS.post, await addressIn('JP')), 'error.sim.shipmentModeNotAllowed');
    assert.equal(await code(orderId, '1'), 'error.sim.shipmentModeNotAllowed');
    assert.equal(await code(orderId, IDS.post, 1), 'error.sim.contactNotFound');
    const soon = await orderFor(IDS.matinee);
    assert.equal(await code(soon, IDS.post, await addressIn('CH')), 'error.sim.shipmentModeNotAllowed');
  });
});

describe('a change of the mode', () => {
  interface Shipment {
    shipmentId: number;
    shipmentModeId: number;
    numberOfTickets: number;
    operationIds: number[];
    state: string;
  }

  const change = (shipmentIds: (number | string)[] | undefined, shipmentModeId?: string) =>
    simulator.call<{ shipments: Shipment[] }>('ShipmentPublicService_v1_18', 'changeShipmentMode', {
      shipmentIds,
      shipmentModeId,
    });

  /** An order of two seats with that shipment. */
  async function shipped(mode: string, addressCountry?: string) {
    const { orderUpdateData } = await hold(simulator, [{ quantity: 2 }]);
    const { orderId, movementDataUpdates } = orderUpdateData;
    await choose(orderId, mode, addressCountry === undefined ? undefined : await addressIn(addressCountry));
    const movementIds = movementDataUpdates.map(({ movementId }) => movementId);
    return { orderId, movementIds, shipmentId: (await shipmentsOf(orderId))[0]?.shipmentId ?? 0 };
  }

  const shipmentsOf = async (orderId: number) =>
    (await details(simulator, orderId)).shipments as unknown as Shipment[];
  const print = (orderId: number, movementIds?: number[]) =>
    simulator.call('ProductionPublicService', 'printTickets', { orderId, movementIds });

  it('is in the order, with the fee while it is open', async () => {
    const { orderId, shipmentId } = await shipped(IDS.post, 'CH');
    const { statusCode, shipments } = await change([shipmentId], IDS.mobile);
    assert.equal(statusCode, 'success');
    assert.deepEqual(shipments, await shipmentsOf(orderId));
    assert.equal(shipments[0]?.shipmentModeId, Number(IDS.mobile));
    assert.equal((await details(simulator, orderId)).amountDue, 100_000 + 2400);
  });

  it('leaves what was paid as it was', async () => {
    const { orderId, shipmentId } = await shipped(IDS.post, 'CH');
    await sell(simulator, orderId);
    await change([shipmentId], IDS.mobile);
    const { saleAmount, shipments } = await details(simulator, orderId);
    assert.deepEqual([saleAmount, shipments[0]?.shipmentModeId], [100_000 + 2400 + 7500, Number(IDS.mobile)]);
  });

  it('takes the tickets that are not printed yet into a new shipment', async () => {
    const { orderId, movementIds, shipmentId } = await shipped(IDS.post, 'CH');
    await sell(simulator, orderId);
    await print(orderId, movementIds.slice(0, 1));
    const { shipments } = await change([shipmentId], IDS.mobile);
    const told = (list: Shipment[]) =>
      list.map(({ shipmentModeId, numberOfTickets, state }) => [shipmentModeId, numberOfTickets, state]);
    assert.deepEqual(told(shipments), [[Number(IDS.mobile), 1, 'UNSENT']]);
    assert.notEqual(shipments[0]?.shipmentId, shipmentId);
    assert.deepEqual(told(await shipmentsOf(orderId)), [
      [Number(IDS.post), 1, 'SENT'],
      [Number(IDS.mobile), 1, 'UNSENT'],
    ]);
  });

  it('is refused as a whole once one of them is sent', async () => {
    const sent = await shipped(IDS.mobile);
    await sell(simulator, sent.orderId);
    await print(sent.orderId);
    const other = await shipped(IDS.post, 'CH');
    const { statusCode } = await change([other.shipmentId, sent.shipmentId], IDS.mobile);
    assert.equal(statusCode, 'error.shipmentSent');
    assert.equal((await shipmentsOf(other.orderId))[0]?.shipmentModeId, Number(IDS.post));
  });

  it('is refused to a mode that is not allowed, of an unknown shipment and of an order that is over', async () => {
    const { shipmentId } = await shipped(IDS.mobile);
    const code = async (...args: Parameters<typeof change>) => (await change(...args)).statusCode;
    assert.equal(await code([shipmentId], IDS.post), 'error.sim.shipmentModeNotAllowed');
    assert.equal(await code([shipmentId], '1'), 'error.sim.shipmentModeNotAllowed');
    assert.equal(await code(['1'], IDS.mobile), 'error.sim.invalidParameter');
    assert.equal(await code(undefined, IDS.mobile), 'error.sim.invalidParameter');
    assert.equal(await code([shipmentId]), 'error.sim.invalidParameter');
    await simulator.control('clock', { advanceSeconds: 3600 });
    assert.equal(await code([shipmentId], IDS.mobile), 'error.sim.orderExpired');
  });

  it('is no operation of v1_17', async () => {
    const { status, text } = await simulator.soap(service, 'changeShipmentMode', '');
    assert.deepEqual([status, /<S:Fault>/.test(text)], [500, true]);
  });
});
