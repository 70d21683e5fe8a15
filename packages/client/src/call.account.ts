import type { EndpointName } from '@s360-widgets/contract/endpoints';
import { accountEndpoints } from '@s360-widgets/contract/endpoints.account';
import type { purchaseEndpoints } from '@s360-widgets/contract/endpoints.purchase';
import { prepareCall, preparePurchase } from './call.purchase.js';
import type { AnyParts, Prepared, Sign } from './request.js';
import { accountSamples } from './samples.account.js';

/** A call that is signed: about sessions and accounts, and what may be asked for by who has signed in. */
export async function prepareSigned(name: EndpointName, parts: AnyParts, sign: Sign): Promise<Prepared> {
  const prepared = isOfAccount(name)
    ? prepareCall(accountEndpoints[name], accountSamples[name], parts)
    : preparePurchase(name as keyof typeof purchaseEndpoints, parts);
  const { path, init } = prepared;
  const signed = await sign(init.method ?? 'GET', path.replace(/\?.*/, ''));
  return { ...prepared, init: { ...init, headers: { ...init.headers, ...signed } } };
}

const isOfAccount = (name: EndpointName): name is keyof typeof accountEndpoints => name in accountEndpoints;
