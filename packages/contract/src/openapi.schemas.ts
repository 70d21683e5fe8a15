/** The nouns of the contract under the names that the description of the API gives them. */
import * as z from 'zod';
import {
  cart,
  cartItem,
  cartLine,
  cartTicket,
  fee,
  includedPart,
  openedCart,
  promoCode,
  seatPlace,
} from './cart.js';
import { address, contact, shownAddress, shownContact } from './contact.js';
import { contract } from './contract.js';
import type { EndpointContract } from './endpoint-contract.js';
import {
  crossSell,
  descriptionList,
  eventDetail,
  eventList,
  eventSummary,
  includedPerformance,
  named,
  productItem,
  timeslot,
  venue,
} from './event.js';
import { id } from './ids.js';
import { instant } from './instant.js';
import { currency, money } from './money.js';
import { order } from './order.js';
import { paymentOutcome, paymentStart, widgetHandOver } from './payment.js';
import { performance, performanceSummary, seatCategory, tariff, tariffPrice } from './performance.js';
import { problem } from './problem-reply.js';
import { richText } from './rich-text.js';
import { seatMap, seatStates } from './seat-map.js';
import { seatPlan } from './seat-plan.js';
import { chosenShipment, shipmentMode, shipmentModeList } from './shipment.js';
import { account, done, sessionTokens, signInProof } from './session.js';
import { shop } from './shop.js';
import { ticket, ticketCode } from './ticket.js';

const nouns = {
  Account: account,
  Address: address,
  Cart: cart,
  CartItem: cartItem,
  CartLine: cartLine,
  CartTicket: cartTicket,
  ChosenShipment: chosenShipment,
  Contact: contact,
  Currency: currency,
  DescriptionList: descriptionList,
  Done: done,
  EventDetail: eventDetail,
  EventList: eventList,
  EventSummary: eventSummary,
  Fee: fee,
  Id: id,
  Instant: instant,
  Money: money,
  CrossSell: crossSell,
  IncludedPerformance: includedPerformance,
  IncludedPart: includedPart,
  Named: named,
  OpenedCart: openedCart,
  Order: order,
  PaymentOutcome: paymentOutcome,
  PaymentStart: paymentStart,
  ProductItem: productItem,
  PromoCode: promoCode,
  Performance: performance,
  PerformanceSummary: performanceSummary,
  Problem: problem,
  RichText: richText,
  SeatCategory: seatCategory,
  SeatMap: seatMap,
  SeatPlace: seatPlace,
  SeatPlan: seatPlan,
  SeatStates: seatStates,
  SessionTokens: sessionTokens,
  ShipmentMode: shipmentMode,
  ShipmentModeList: shipmentModeList,
  Shop: shop,
  SignInProof: signInProof,
  ShownAddress: shownAddress,
  ShownContact: shownContact,
  Tariff: tariff,
  TariffPrice: tariffPrice,
  Ticket: ticket,
  TicketCode: ticketCode,
  Timeslot: timeslot,
  Venue: venue,
  WidgetHandOver: widgetHandOver,
} satisfies Record<string, z.ZodType>;

const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries<z.ZodType>(nouns)) names.add(schema, { id: name });
// A body is named after the first endpoint that takes it.
for (const [name, { body }] of Object.entries<EndpointContract>(contract)) {
  const id = `${name.charAt(0).toUpperCase()}${name.slice(1)}Body`;
  if (body && !names.has(body.schema)) names.add(body.schema, { id });
}

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const addressOf = (name: string) => `#/components/schemas/${name}`;

/** Where a noun or a body stands in the description. */
export function schemaRef(schema: z.ZodType): JsonSchema {
  const name = names.get(schema)?.id;
  if (!name) throw new TypeError('a reply or body without a name in the description of the API');
  return { $ref: addressOf(name) };
}

/** Every noun and body, each once: where one holds another, it refers to it. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(names, {
    uri: addressOf,
    override: ({ jsonSchema }) => plain(jsonSchema),
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
}

/** The members of an object of parameters. */
export function parameterSchemas(
  parameters: z.ZodObject,
): { name: string; schema: JsonSchema; required: boolean }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema: schema as JsonSchema,
    required: required.includes(name),
  }));
}

/** The format says it all: its pattern is long, and for eyes of machines only. */
function plain(schema: JsonSchema): void {
  if (schema.format === 'date-time') delete schema.pattern;
}

/** In one document all schemas are of one dialect, and known by where they stand. */
function bare({ $schema: _dialect, $id: _address, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
