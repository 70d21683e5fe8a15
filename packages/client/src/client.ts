import type { EndpointName, Reply, Request } from '@s360-widgets/contract/endpoints';
import { programmeEndpoints } from '@s360-widgets/contract/endpoints.programme';
import { type CallFailure, ProblemError } from '@s360-widgets/contract/problem';
import { createDeadline } from './deadline.js';
import { type AnyParts, plainRequest, type Prepared, type Sign } from './request.js';
import { programmeSample } from './samples.programme.js';
import { fits } from './shape.js';

/** Members that have a value to give; an endpoint without a body or parameters asks for none. */
type Parts<Name extends EndpointName> = {
  [Part in keyof Request<Name> as Request<Name>[Part] extends Record<string, never>
    ? never
    : Part]: Request<Name>[Part];
};

export type CallOptions<Name extends EndpointName> = Parts<Name> & {
  /** The cart's token, for endpoints whose access is `cart`. */
  token?: string;
  /** For a POST: the relay carries out requests of the same key once. */
  key?: string;
  /** For endpoints whose access is `key` or `session`, and of a `visitor` who has signed in. */
  sign?: Sign;
  signal?: AbortSignal;
};

export interface Client {
  /**
   * Calls one endpoint.
   * @throws ProblemError with the relay's code, be it one that a newer relay knows and this kit does not; with `relay-unreachable`
   * when nothing came back within the time limit, what came back is not the relay's, or it lacks what this kit reads of it. An
   * abort by the caller's own signal is thrown on as it is.
   */
  call<Name extends EndpointName>(name: Name, options: CallOptions<Name>): Promise<Reply<Name>>;
}

export interface ClientSettings {
  /** Origin, and path if any, under which the relay answers; no slash at the end. */
  relay: string;
  fetch: typeof fetch;
  /** In which an answer must begin, and then be over. Payments and tickets can take their time. */
  timeoutSeconds?: number;
  /** In which a relay that was asked for what it has at hand must begin to answer; after that it counts as hanging. */
  hangSeconds?: number;
}

export function createClient(settings: ClientSettings): Client {
  const { relay, fetch, timeoutSeconds = 40, hangSeconds = 10 } = settings;
  return {
    async call(name, options) {
      const parts: AnyParts = { ...options, timeoutSeconds };
      const deadline = createDeadline();
      const signal = parts.signal ? AbortSignal.any([parts.signal, deadline.signal]) : deadline.signal;
      try {
        const { path, init, sample, isMade, read } = await prepare(name, parts);
        deadline.within(isMade ? timeoutSeconds : hangSeconds);
        const response = await fetch(relay + path, { ...init, signal });
        deadline.within(timeoutSeconds);
        if (!response.ok) throw await (await beyondProgramme()).problemOf(response);
        const reply: unknown = await (read ? read(response) : response.json());
        if (!fits(reply, sample)) throw (await import('./other-shape.js')).otherShape(name, reply, sample);
        return reply as Reply<typeof name>;
      } catch (error) {
        if (error instanceof ProblemError || parts.signal?.aborted) throw error;
        const failure = failureOf(error, deadline.signal);
        throw new ProblemError('relay-unreachable', { failure }, { message: String(error), cause: error });
      } finally {
        deadline.clear();
      }
    },
  };
}

/** What is no JSON is a captive portal's or proxy's page, whatever its status says. */
function failureOf(error: unknown, { aborted }: AbortSignal): CallFailure {
  if (aborted) return 'time-limit';
  return error instanceof SyntaxError ? 'not-a-relay' : 'network';
}

async function prepare(name: EndpointName, parts: AnyParts): Promise<Prepared> {
  if (name !== 'listEvents') return (await beyondProgramme()).prepare(name, parts);
  const { path } = programmeEndpoints.listEvents;
  const query = new URLSearchParams(parts.query as Record<string, string>);
  return { path: `${path}?${query}`, init: plainRequest, sample: programmeSample };
}

/**
 * A page of events alone loads no more than it calls. The rest is fetched before anything is sent: what came back must not be lost
 * for want of it.
 */
const beyondProgramme = () => import('./beyond-programme.js');
