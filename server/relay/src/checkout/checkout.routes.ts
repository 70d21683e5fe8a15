import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { Checkout } from './checkout.adapter.js';

/** Shipment and payment over HTTP. Every answer about a payment is S-360's own: what a browser reports is a reason to look. */
export function checkoutRoutes<Access extends { readonly orderId: string }>(
  checkout: Checkout<Access>,
  /** @throws ProblemError `cart-token-invalid` */
  openToken: (token: string) => Access,
): BoundEndpoint[] {
  return [
    endpoint('listShipmentModes', ({ query }, { cartToken }) =>
      checkout.listShipmentModes(openToken(cartToken), query.countryCode, query.lang),
    ),
    endpoint('chooseShipment', ({ query, body }, { cartToken }) =>
      checkout.chooseShipment(openToken(cartToken), body, query.lang),
    ),
    endpoint('startPayment', ({ query, body }, { cartToken }) =>
      checkout.startPayment(openToken(cartToken), body, query.lang),
    ),
    endpoint('getPaymentOutcome', ({ query }, { cartToken }) =>
      checkout.outcome(openToken(cartToken), query.lang),
    ),
    endpoint('reportPayment', ({ query, body }, { cartToken, log }) => {
      const access = openToken(cartToken);
      log.info({ reported: body.reported }, 'the page reports a payment');
      return checkout.outcome(access, query.lang, { isEager: true });
    }),
    endpoint('leavePayment', ({ query }, { cartToken }) => checkout.leave(openToken(cartToken), query.lang)),
  ];
}
