import type { EndpointName, Reply, Request } from '@s360-widgets/contract/endpoints';
import { type Endpoint, programmeEndpoints } from '@s360-widgets/contract/endpoints.programme';
import { ProblemError } from '@s360-widgets/contract/problem';
import { deadlineOf } from './deadline.js';
import { programmeSamples } from './samples.programme.js';
import { type AnyParts, plainRequest } from './request.js';
import { misfit } from './shape.js';
import { notARelay, unreachable } from './unreachable.js';

/** Members that have a value to give; an endpoint without a body or parameters asks for none. */
type Parts<Name extends EndpointName> = {
  [Part in keyof Request<Name> as Request<Name>[Part] extends Record<string, never>
    ? never
    : Part]: Request<Name>[Part];
};

export type CallOptions<Name extends EndpointName> = Parts<Name> & {
  /** The cart's token, for endpoints marked `cart`. */
  token?: string;
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
  /** After which a call counts as unanswered. Payments and tickets can take their time. */
  timeoutSeconds?: number;
  /** After which a relay that was asked for what it has at hand, and has not begun to answer, counts as hanging. */
  hangSeconds?: number;
}

export function createClient(settings: ClientSettings): Client {
  const { relay, fetch, timeoutSeconds = 40, hangSeconds = 10 } = settings;
  return {
    async call(name, options) {
      const parts = options as AnyParts;
      const deadline = deadlineOf(timeoutSeconds);
      const signal = parts.signal ? AbortSignal.any([parts.signal, deadline.signal]) : deadline.signal;
      try {
        const { endpoint, init, sample } = isOfProgramme(name)
          ? { endpoint: programmeEndpoints[name], init: plainRequest, sample: programmeSamples[name] }
          : await (await beyondProgramme()).prepare(name, parts);
        if (isAtHand(endpoint)) deadline.mustBeginWithin(hangSeconds);
        const response = await fetch(relay + pathOf(endpoint.path, parts), { ...init, signal });
        deadline.begun();
        if (!response.ok) throw await (await beyondProgramme()).problemOf(response);
        const reply = await bodyOf(response);
        const fault = misfit(reply, sample);
        if (fault) throw unreachable('other-shape', `${name} answered another shape: ${fault}`);
        return reply as Reply<typeof name>;
      } catch (error) {
        if (error instanceof ProblemError || parts.signal?.aborted) throw error;
        const failure = deadline.signal.aborted ? 'time-limit' : 'network';
        throw unreachable(failure, String(error), error);
      } finally {
        deadline.clear();
      }
    },
  };
}

/**
 * A page of events alone loads no more than it calls. The rest is fetched before anything is sent: what came back must not be lost
 * for want of it.
 */
const beyondProgramme = () => import('./beyond-programme.js');
const isOfProgramme = (name: EndpointName): name is keyof typeof programmeEndpoints =>
  name in programmeEndpoints;

const isAtHand = ({ method, made }: Endpoint) => method === 'GET' && !made;

/** JSON or a PDF; anything else is a captive portal's or proxy's page, whatever its status says. */
async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/pdf')) return response.blob();
  if (!type.startsWith('application/json')) throw notARelay(response);
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw unreachable('not-a-relay', String(error), error);
  }
}

function pathOf(template: string, { params, query }: AnyParts): string {
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const given = Object.entries(query ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
