/**
 * Who may call an endpoint: everyone; everyone, of whom some say that they have signed in; the holder of a cart's token, sent as
 * `Authorization: Bearer`; who has signed in, by `Authorization: DPoP` and a proof; the holder of a key, by a proof alone; another
 * server, which signs what it sends.
 */
export type Access = 'public' | 'visitor' | 'cart' | 'session' | 'key' | 'webhook';

/** What a browser must know of an endpoint to call it. All else stands in the contract, on the server's side. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for a path parameter. */
  readonly path: string;
  /** Left out where it is `public`. */
  readonly access?: Access;
  /** Made for the asker, which takes its time; all else that is read is at hand. */
  readonly made?: true;
  /** The media type of a reply that is a file. */
  readonly file?: string;
}

/** The route that a page of events alone calls, so that it needs to load no others: the first of `endpoints.ts`. */
export const programmeEndpoints = {
  listEvents: { method: 'GET', path: '/v1/events' },
} as const satisfies Record<string, Endpoint>;
