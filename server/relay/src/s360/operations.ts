import type * as z from 'zod';
import type { Answer } from './answer.js';
import type { Items } from './items.js';
import { named, type Operation } from './operation.js';
import * as authentication from './operations/authentication.js';
import * as availability from './operations/availability.js';
import * as catalog from './operations/catalog.js';
import * as contact from './operations/contact.js';
import * as order from './operations/order.js';
import * as payment from './operations/payment.js';
import * as shipment from './operations/shipment.js';
import * as tickets from './operations/tickets.js';
import type { ServiceName } from './services.js';

const minute = 60_000;

const catalogs = { service: 'CatalogService', kind: 'read', share: 'catalog', isImpersonal: true } as const;
const counts = {
  service: 'AvailabilityService',
  source: 'pages',
  kind: 'read',
  share: 'availability',
  isImpersonal: true,
} as const;
const facade = {
  service: 'ExternalOrderFacade',
  kind: 'write',
  share: 'checkout',
  isCommitment: true,
} as const;
const orders = { service: 'ExternalOrderService', share: 'checkout' } as const;
const payments = { service: 'ExternalPaymentService', share: 'payment' } as const;
const contacts = { service: 'ContactInformationPublicService', share: 'checkout' } as const;
const logins = {
  service: 'ContactAuthenticationPublicService',
  source: 'reference',
  kind: 'write',
  share: 'checkout',
} as const;
const shipments = { service: 'ShipmentPublicService', source: 'reference', share: 'checkout' } as const;
const production = { service: 'ProductionPublicService', source: 'guess', share: 'checkout' } as const;

const perMinute = { spacing: { everyMs: minute } };
const perPerformances = { spacing: { everyMs: minute, each: 'performanceIds' } };
const perPass = { spacing: { everyMs: minute, each: 'passId' } };
const seats = { share: 'seats', spacing: { everyMs: minute, each: 'performanceId' } } as const;
const whole = { spacing: { everyMs: 10 * minute }, deadlineMs: 3 * minute };

/**
 * Every operation that the relay calls, one a line: where its name was seen, where it is, whether it changes anything, what pays for it,
 * how often it may be called, how long it may take; its arguments and what is read of its answer stand in `operations/`. This is the one
 * home of all that: a call is typed by its line, and the WSDLs are held against the table at start.
 */
export const operations = named({
  getPOSConfig: { source: 'pages', ...catalogs, ...catalog.getPOSConfig },
  getLastSetupUpdate: { source: 'pages', ...catalogs, ...catalog.getLastSetupUpdate },
  getCatalogDetailed: { source: 'reference', ...catalogs, ...whole, ...catalog.getCatalogDetailed },
  getUpdatedAvailabilities: {
    ...counts,
    ...perMinute,
    ...availability.getUpdatedAvailabilities,
    source: 'clients',
  },
  getPerformanceAvailability: { ...counts, ...perPerformances, ...availability.getPerformanceAvailability },
  getProductAvailability: { ...counts, ...perMinute, ...availability.getProductAvailability },
  getAvailableThemeAndLanguage: {
    ...counts,
    ...perPass,
    ...availability.getAvailableThemeAndLanguage,
    source: 'reference',
  },
  getSeatsAvailability: { ...counts, ...seats, ...availability.getSeatsAvailability },
  createOrUpdateOrder: { source: 'reference', ...facade, ...order.createOrUpdateOrder },
  createPaymentsAndCloseOrder: { source: 'pages', ...facade, ...payment.createPaymentsAndCloseOrder },
  getOrderDetails: { source: 'pages', ...orders, kind: 'read', ...order.getOrderDetails },
  abandonMovements: { source: 'reference', ...orders, kind: 'write', ...order.abandonMovements },
  closeOrder: { source: 'clients', ...orders, kind: 'write', share: 'payment', ...order.closeOrder },
  notifyOrder: { source: 'deduced', ...orders, kind: 'write', share: 'payment', ...order.notifyOrder },
  reopenOrder: { source: 'deduced', ...orders, kind: 'write', share: 'payment', ...order.reopenOrder },
  checkPayment: { source: 'reference', ...payments, kind: 'read', ...payment.checkPayment },
  cancelPayment: { source: 'reference', ...payments, kind: 'write', ...payment.cancelPayment },
  saveIndividualContact: { source: 'guess', ...contacts, kind: 'write', ...contact.saveIndividualContact },
  getContactData: { source: 'pages', ...contacts, kind: 'read', ...contact.getContactData },
  authenticate: { ...logins, ...authentication.authenticate },
  changePassword: { ...logins, ...authentication.changePassword },
  getAvailableShipmentModes: { ...shipments, kind: 'read', ...shipment.getAvailableShipmentModes },
  setShipmentMode: { ...shipments, kind: 'write', ...shipment.setShipmentMode, source: 'guess' },
  getTickets: { ...production, kind: 'read', ...tickets.getTickets },
  printTickets: { ...production, kind: 'write', ...tickets.printTickets },
});

type Operations = typeof operations;
export type OperationName = keyof Operations;
/** The arguments of an operation, by its name. */
export type ArgumentsOf<Name extends OperationName> = z.input<Operations[Name]['args']>;
/** What is read of an operation's answer, by its name. */
export type AnswerOf<Name extends OperationName> =
  Operations[Name]['answer'] extends Answer<infer Out> ? Out : never;

/** What is read of an item of a streamed answer, by the operation's name. */
export type ItemOf<Name extends OperationName> = Operations[Name] extends { items: Items<infer Item> }
  ? Item
  : never;

export const allOperations: readonly Operation[] = Object.values(operations);

/** Services that the relay calls, in the table's order; only their WSDLs must be there. */
export const reliedServices: readonly ServiceName[] = [
  ...new Set(allOperations.map(({ service }) => service)),
];
