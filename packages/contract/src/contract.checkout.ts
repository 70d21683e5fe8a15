import * as z from 'zod';
import { cart } from './cart.js';
import { address, contact } from './contact.js';
import {
  changeProblems,
  type EndpointContract,
  inLanguage,
  none,
  orderProblems,
} from './endpoint-contract.js';
import { purchaseEndpoints } from './endpoints.purchase.js';
import { countryCode, id, language } from './ids.js';
import { amountMinor } from './money.js';
import { paymentOutcome, paymentStart } from './payment.js';
import { shipmentModeList } from './shipment.js';
import { isXmlText, notXmlText } from './text.js';

const wholeCart = { kind: 'json', schema: cart } as const;
const outcome = { kind: 'json', schema: paymentOutcome } as const;

const startWish = z.strictObject({
  /** The total that the visitor saw; another one is refused with `total-changed`. */
  totalMinor: amountMinor,
  termsAccepted: z.literal(true),
  /** The page to come back to after a bank's full-page step; its origin must be allowed. */
  returnUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine(isXmlText, notXmlText),
});

/** From a full cart to a paid order: who buys, how the tickets travel, and the payment. */
export const checkoutContract = {
  saveContact: {
    ...purchaseEndpoints.saveContact,
    summary: 'Says who buys',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: z.strictObject({ contact }) },
    reply: wholeCart,
    problems: [...changeProblems, 'contact-refused', 'contact-missing'],
  },
  listShipmentModes: {
    ...purchaseEndpoints.listShipmentModes,
    summary: 'The ways to get the tickets in a country',
    params: none,
    query: z.strictObject({ lang: language, countryCode }),
    reply: { kind: 'json', schema: shipmentModeList },
    problems: [...orderProblems, 'cart-empty'],
  },
  chooseShipment: {
    ...purchaseEndpoints.chooseShipment,
    summary: 'Chooses how the tickets travel; the fee is in the cart that comes back',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: z.strictObject({ shipmentModeId: id, address: address.optional() }) },
    reply: wholeCart,
    problems: [
      ...changeProblems,
      ...(['cart-empty', 'contact-missing', 'contact-refused'] as const),
      ...(['address-missing', 'shipment-mode-refused'] as const),
    ],
  },
  startPayment: {
    ...purchaseEndpoints.startPayment,
    summary: 'Begins the payment; a second call for the same total gives the same one',
    params: none,
    query: inLanguage,
    body: { kind: 'json', schema: startWish },
    reply: { kind: 'json', schema: paymentStart },
    problems: [
      ...changeProblems,
      ...(['cart-empty', 'contact-missing', 'shipment-missing', 'shipment-mode-refused'] as const),
      ...(['tariff-needs-companion', 'total-changed', 'payment-refused', 'promo-code-used-up'] as const),
    ],
  },
  getPaymentOutcome: {
    ...purchaseEndpoints.getPaymentOutcome,
    summary: 'What became of the payment, as S-360 says',
    params: none,
    query: inLanguage,
    reply: outcome,
    problems: orderProblems,
  },
  reportPayment: {
    ...purchaseEndpoints.reportPayment,
    summary: 'Passes on what the payment widget told the page: a reason to look, never believed',
    params: none,
    query: inLanguage,
    body: {
      kind: 'json',
      schema: z.strictObject({ reported: z.enum(['success', 'failure', 'cancel', 'return']) }),
    },
    reply: outcome,
    problems: orderProblems,
  },
  leavePayment: {
    ...purchaseEndpoints.leavePayment,
    summary: 'Leaves the payment: cancelled at S-360 unless it was paid meanwhile, and the cart opens again',
    params: none,
    query: inLanguage,
    reply: outcome,
    problems: orderProblems,
  },
} as const satisfies Record<string, EndpointContract>;
