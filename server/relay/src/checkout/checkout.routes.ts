import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { OrderDesk } from '../order/index.js';
import type { Checkout } from './checkout.adapter.js';

/** Shipment and payment over HTTP. Every answer about a payment is S-360's own: what a browser reports is a reason to look. */
export function checkoutRoutes(checkout: Checkout, desk: OrderDesk): BoundEndpoint[] {
  return [
    endpoint('listShipmentModes', ({ query }, { cartToken }) =>
      checkout.listShipmentModes(desk.accessBy(cartToken), query.countryCode, query.lang),
    ),
    endpoint('chooseShipment', ({ query, body }, { cartToken }) =>
      checkout.chooseShipment(desk.accessBy(cartToken), body, query.lang),
    ),
    endpoint('startPayment', ({ query, body }, { cartToken }) =>
      checkout.startPayment(desk.accessBy(cartToken), body, query.lang),
    ),
    endpoint('getPaymentOutcome', ({ query }, { cartToken }) =>
      checkout.outcome(desk.accessBy(cartToken), query.lang),
    ),
    endpoint('reportPayment', ({ query, body }, { cartToken, log }) => {
      const access = desk.accessBy(cartToken);
      log.info({ reported: body.reported }, 'the page reports a payment');
      return checkout.outcome(access, query.lang, { isEager: true });
    }),
    endpoint('leavePayment', ({ query }, { cartToken }) =>
      checkout.leave(desk.accessBy(cartToken), query.lang),
    ),
  ];
}
