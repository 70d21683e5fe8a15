import type { Request as Input } from '@s360-widgets/contract';
import { endpoint, type BoundEndpoint, type Context } from '../http/index.js';
import type { OrderDesk } from '../order/index.js';
import type { Checkout } from './checkout.adapter.js';

/** Who holds a cart's token. */
type Holder = Pick<Context<'startPayment'>, 'cartToken'>;

/** Shipment and payment over HTTP. Every answer about a payment is S-360's own: what a browser reports is a reason to look. */
export function checkoutRoutes(checkout: Checkout, desk: OrderDesk): BoundEndpoint[] {
  const start = ({ query, body }: Input<'startPayment'>, { cartToken }: Holder) =>
    checkout.startPayment(desk.accessBy(cartToken), body, query.lang);
  const outcome = ({ query }: Pick<Input<'getPaymentOutcome'>, 'query'>, { cartToken }: Holder) =>
    checkout.outcome(desk.accessBy(cartToken), query.lang);
  return [
    endpoint('listShipmentModes', ({ query }, { cartToken }) =>
      checkout.listShipmentModes(desk.accessBy(cartToken), query.countryCode, query.lang),
    ),
    endpoint('chooseShipment', ({ query, body }, { cartToken }) =>
      checkout.chooseShipment(desk.accessBy(cartToken), body, query.lang),
    ),
    // By itself it gives the payment under way, and none beside it.
    endpoint('startPayment', start, { answer: start }),
    endpoint('getPaymentOutcome', outcome),
    endpoint(
      'reportPayment',
      ({ query, body }, { cartToken, log }) => {
        const access = desk.accessBy(cartToken);
        log.info({ reported: body.reported }, 'the page reports a payment');
        return checkout.outcome(access, query.lang, { isEager: true });
      },
      { answer: outcome },
    ),
    endpoint('leavePayment', ({ query }, { cartToken }) =>
      checkout.leave(desk.accessBy(cartToken), query.lang),
    ),
  ];
}
