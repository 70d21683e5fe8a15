export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for a path parameter. */
  readonly path: string;
  /** Needs the cart's token, as `Authorization: Bearer`. */
  readonly cart?: true;
  /** Made for the asker, which takes its time; all else that is read is at hand. */
  readonly made?: true;
}

/** The route that a page of events alone calls, so that it needs to load no others: the first of `endpoints.ts`. */
export const programmeEndpoints = {
  listEvents: { method: 'GET', path: '/v1/events' },
} as const satisfies Record<string, Endpoint>;
