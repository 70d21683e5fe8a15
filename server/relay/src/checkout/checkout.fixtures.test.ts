import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import type { S360, WireObject } from '../s360/index.js';
import {
  toCloseOrder,
  toCreatePayments,
  toOfferedModes,
  toPaymentStanding,
  toStartedPayment,
  type PaymentRequest,
  type StartedPayment,
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
  (service: Parameters<S360['call']>[0], operation: string) => async (s360: S360, args: WireObject) => {
    await s360.call(service, operation, args);
    return null;
  };

const operations = {
  async getAvailableShipmentModes(s360: S360, input: Modes) {
    const { pointOfSalesId, orderId, countryCode, language } = input;
    const content = { shipmentContents: 'TICKETS', destinationCountryCode: countryCode };
    const args = { pointOfSalesId, orderId, ...content };
    const answer = await s360.call('ShipmentPublicService', 'getAvailableShipmentModes', args, { language });
    return toOfferedModes(answer, language, 2, () => undefined);
  },
  setShipmentMode: plain('ShipmentPublicService', 'setShipmentMode'),
  async createPaymentsAndCloseOrder(s360: S360, request: PaymentRequest) {
    const args = toCreatePayments(request);
    return toStartedPayment(await s360.call('ExternalOrderFacade', 'createPaymentsAndCloseOrder', args));
  },
  async closeOrder(s360: S360, { orderId, contactNumber }: { orderId: string; contactNumber: string }) {
    await s360.call('ExternalOrderService', 'closeOrder', toCloseOrder(orderId, contactNumber));
    return null;
  },
  async checkPayment(s360: S360, { orderId, payment }: { orderId: string; payment: StartedPayment }) {
    const payments = [{ paymentIdentifier: payment.identification }];
    const answer = await s360.call('ExternalPaymentService', 'checkPayment', { orderId, payments });
    return toPaymentStanding(answer, payment);
  },
  cancelPayment: plain('ExternalPaymentService', 'cancelPayment'),
  notifyOrder: plain('ExternalOrderService', 'notifyOrder'),
  reopenOrder: plain('ExternalOrderService', 'reopenOrder'),
};

await testFixtures(folder, await runsByOperation(folder, operations));
