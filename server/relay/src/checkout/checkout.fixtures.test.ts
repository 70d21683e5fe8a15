import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import { operations, type ArgumentsOf, type OperationName, type S360 } from '../s360/index.js';
import {
  toCloseOrder,
  toCreatePayments,
  toOfferedModes,
  toSeenPayments,
  toStartedPayment,
  type PaymentRequest,
} from './checkout.mapping.js';

const folder = new URL('../../src/checkout/fixtures/', import.meta.url);

interface Modes {
  pointOfSalesId: string;
  orderId: string;
  countryCode: string;
  language: string;
}

/** Calls of which only success counts. */
const plain =
  <Name extends OperationName>(name: Name) =>
  async (s360: S360, args: ArgumentsOf<Name>) => {
    await s360.call(operations[name], args);
    return null;
  };

const runs = {
  async getAvailableShipmentModes(s360: S360, input: Modes) {
    const { pointOfSalesId, orderId, countryCode, language } = input;
    const content = { shipmentContents: 'TICKETS', destinationCountryCode: countryCode } as const;
    const args = { pointOfSalesId, orderId, ...content };
    const answer = await s360.call(operations.getAvailableShipmentModes, args, { language });
    return toOfferedModes(answer, language, 2, () => undefined);
  },
  setShipmentMode: plain('setShipmentMode'),
  async createPaymentsAndCloseOrder(s360: S360, request: PaymentRequest) {
    const args = toCreatePayments(request);
    return toStartedPayment(await s360.call(operations.createPaymentsAndCloseOrder, args));
  },
  async closeOrder(s360: S360, { orderId, contactNumber }: { orderId: string; contactNumber: string }) {
    await s360.call(operations.closeOrder, toCloseOrder(orderId, contactNumber));
    return null;
  },
  async checkPayment(s360: S360, { orderId }: { orderId: string }) {
    return toSeenPayments(await s360.call(operations.checkPayment, { orderId }));
  },
  cancelPayment: plain('cancelPayment'),
  notifyOrder: plain('notifyOrder'),
  reopenOrder: plain('reopenOrder'),
};

await testFixtures(folder, await runsByOperation(folder, runs));
