/** The schema of each part of each request. Strict: an unknown member is refused, so that a typing error is not silent. */
import * as z from 'zod';
import { cartItem } from './cart.js';
import { address, contact } from './contact.js';
import { countryCode, id, language } from './ids.js';
import { amountMinor } from './money.js';
import { isXmlText, notXmlText } from './text.js';

const none = z.strictObject({});
const inLanguage = z.strictObject({ lang: language });
const part = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(params: P, query: Q, body: B) =>
  ({ params, query, body }) as const;
const read = <Q extends z.ZodType>(query: Q) => part(none, query, none);
const write = <B extends z.ZodType>(body: B) => part(none, inLanguage, body);

const items = z.strictObject({ items: z.array(cartItem).min(1).max(10) });

export const requests = {
  getShop: read(inLanguage),
  listEvents: read(inLanguage),
  getEvent: part(z.strictObject({ eventId: id }), inLanguage, none),
  getSeatPlan: part(z.strictObject({ planHash: z.string().regex(/^[0-9a-f]{16,64}$/) }), none, none),
  getSeatMap: part(z.strictObject({ performanceId: id }), inLanguage, none),
  getSeatStates: part(
    z.strictObject({ performanceId: id }),
    z.strictObject({
      since: z
        .string()
        .regex(/^[0-9]{1,15}$/)
        .optional(),
    }),
    none,
  ),
  openCart: write(items),
  getCart: read(inLanguage),
  addToCart: write(items),
  removeTickets: write(z.strictObject({ ticketIds: z.array(id).min(1).max(50) })),
  changeTicket: part(z.strictObject({ ticketId: id }), inLanguage, z.strictObject({ tariffId: id })),
  saveContact: write(z.strictObject({ contact })),
  listShipmentModes: read(z.strictObject({ lang: language, countryCode })),
  chooseShipment: write(z.strictObject({ shipmentModeId: id, address: address.optional() })),
  startPayment: write(
    z.strictObject({
      /** The total that the visitor saw; another one is refused with `total-changed`. */
      totalMinor: amountMinor,
      termsAccepted: z.literal(true),
      /** The page to come back to after a bank's full-page step; its origin must be allowed. */
      returnUrl: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .refine(isXmlText, notXmlText),
    }),
  ),
  getPaymentOutcome: read(inLanguage),
  reportPayment: write(z.strictObject({ reported: z.enum(['success', 'failure', 'cancel', 'return']) })),
  leavePayment: write(none),
  getOrder: read(inLanguage),
  getTicketsPdf: read(z.strictObject({ lang: language, ticketId: id.optional() })),
} as const;

type Infer<T extends { params: z.ZodType; query: z.ZodType; body: z.ZodType }> = {
  params: z.infer<T['params']>;
  query: z.infer<T['query']>;
  body: z.infer<T['body']>;
};

export type Requests = { [Name in keyof typeof requests]: Infer<(typeof requests)[Name]> };
