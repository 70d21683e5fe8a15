import type { EndpointName, Reply, Request } from '@s360-widgets/contract';
import { type ProblemCode, ProblemError } from '@s360-widgets/contract/problem';
import type { StoreSettings } from '@s360-widgets/store';

type Client = StoreSettings['client'];

/** What an endpoint answers: a reply, a function of the call, or a promise that may never settle. */
export type Answer<Name extends EndpointName> =
  | Reply<Name>
  | Promise<Reply<Name>>
  | ((call: Request<Name>) => Reply<Name> | Promise<Reply<Name>>);

export type Answers = { readonly [Name in EndpointName]?: Answer<Name> };

/** A relay of fixtures. An endpoint without an answer is unreachable, as in life. */
export function fakeClient(answers: Answers): Client {
  return {
    async call<Name extends EndpointName>(name: Name, options: unknown): Promise<Reply<Name>> {
      const answer: unknown = answers[name];
      if (answer === undefined) throw new ProblemError('relay-unreachable');
      if (typeof answer === 'function') return (answer as (call: unknown) => Promise<Reply<Name>>)(options);
      return structuredClone(await (answer as Promise<Reply<Name>>));
    },
  };
}

/** For answers that don't come: the state of loading stays. */
export const never = <T>(): Promise<T> => new Promise(() => {});

/** For answers that are problems. */
export const problem =
  (code: ProblemCode, details: ProblemError['details'] = {}) =>
  (): never => {
    throw new ProblemError(code, details);
  };
