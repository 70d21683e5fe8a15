import { type AccessInUse, type Contract, contract } from '@s360-widgets/contract';
import type { EndpointName } from '@s360-widgets/contract/endpoints';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Request } from 'express';
import { senderOf } from './sender.js';
import { shownBy, shownSessionBy } from './shown.js';
import { networkOf } from './visitors.js';

/** One for each access. Each gives what it knows of who asks, before anything else is read; throws ProblemError for who may not. */
const guards = {
  public: () => ({}),
  visitor: (request: Request) => ({
    shown: request.get('authorization') === undefined ? undefined : shownSessionBy(request),
  }),
  cart: (request: Request) => {
    const { cartToken } = senderOf(request);
    if (!cartToken) throw new ProblemError('cart-token-invalid');
    return { cartToken };
  },
  session: (request: Request) => ({ shown: shownSessionBy(request) }),
  key: (request: Request) => ({ shown: shownBy(request), network: networkOf(request.ip) }),
} satisfies Record<AccessInUse, (request: Request) => object>;

/** What is known of who asks: of a cart's holder the bearer token, of who has signed in token and proof, as sent: only their form was checked. */
export type Identity<Name extends EndpointName> = Readonly<
  ReturnType<(typeof guards)[Contract[Name]['access']]>
>;

/** @throws ProblemError for who may not ask for the endpoint */
export function identify<Name extends EndpointName>(name: Name, request: Request): Identity<Name> {
  const guard: (request: Request) => object = guards[contract[name].access];
  // The guard and the type come from the same entry of the table; TypeScript can't follow that by name.
  return guard(request) as Identity<Name>;
}
