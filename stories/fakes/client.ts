import { checkedCall, type EndpointName, type Reply, type Request } from '@s360-widgets/contract';
import { type ProblemCode, ProblemError } from '@s360-widgets/contract/problem';
import type { StoreSettings } from '@s360-widgets/store';

type Client = StoreSettings['client'];

/** What an endpoint answers: a reply, a function of the call, or a promise that may never settle. */
export type Answer<Name extends EndpointName> =
  | Reply<Name>
  | Promise<Reply<Name>>
  | ((call: Request<Name>) => Reply<Name> | Promise<Reply<Name>>);

export type Answers = { readonly [Name in EndpointName]?: Answer<Name> };

/** A relay of fixtures, which says nothing that no relay would. An endpoint without an answer is unreachable, as in life. */
export function fakeClient(answers: Answers): Client {
  return {
    async call(name, options) {
      const answer: unknown = answers[name];
      if (answer === undefined) throw new ProblemError('relay-unreachable');
      const reply = await checkedCall(name, async () => {
        const given = typeof answer === 'function' ? (answer as (call: unknown) => unknown)(options) : answer;
        return given as Reply<typeof name>;
      });
      return structuredClone(reply);
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
