import { endpoint, type BoundEndpoint } from '../http/index.js';
import type { CartViews, OrderDesk } from '../order/index.js';
import type { SignIn } from './sign-in.adapter.js';

/** Sessions over HTTP. */
export function signInRoutes(signIn: SignIn, desk: OrderDesk, carts: CartViews): BoundEndpoint[] {
  return [
    endpoint('signIn', ({ body }, { shown, network, log }) => signIn.begin(body, shown, network, log)),
    endpoint('refreshSession', ({ body }, { shown }) => signIn.refresh(body.refreshToken, shown)),
    endpoint('signOut', async (_input, { shown }) => {
      await signIn.end(shown);
      return {};
    }),
    endpoint('signOutEverywhere', async (_input, { shown }) => {
      await signIn.endEverywhere(shown);
      return {};
    }),
    endpoint('getAccount', (_input, { shown }) => signIn.account(shown)),
    endpoint('changePassword', async ({ body }, { shown }) => {
      await signIn.changePassword(shown, body);
      return {};
    }),
    endpoint('takeCart', async ({ query, body }, { shown }) => {
      const { contactNumber } = await signIn.sessionOf(shown);
      const order = await desk.beside(desk.accessBy(body.cartToken), query.lang, ({ orderId }) =>
        desk.records.putAccount(orderId, contactNumber),
      );
      return carts.view(order, query.lang);
    }),
  ];
}
