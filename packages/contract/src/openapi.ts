/** The API in OpenAPI 3.1, made of the contract and of nothing else. */
import type * as z from 'zod';
import { type AccessInUse, type BodyInUse, type Contract, contract } from './contract.js';
import { problemsOf, takesKey, takesTimeLimit } from './endpoint-contract.js';
import type { EndpointName } from './endpoints.js';
import { componentSchemas, type JsonSchema, parameterSchemas, schemaRef } from './openapi.schemas.js';
import type { ProblemCode } from './problem.js';
import { problem } from './problem-reply.js';
import { problemStatus } from './problem-status.js';

type Content = Record<string, { schema: JsonSchema }>;

interface Response {
  readonly description: string;
  readonly headers?: Record<string, object>;
  readonly content: Content;
}

interface Operation {
  readonly operationId: EndpointName;
  readonly summary: string;
  readonly security: Record<string, string[]>[];
  readonly parameters: object[];
  readonly requestBody?: { required: true; content: Content };
  /** By HTTP status. */
  readonly responses: Record<string, Response>;
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: { title: string; version: string; description: string };
  /** By path, then by method in lower case. */
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly securitySchemes: Record<string, object>;
    readonly schemas: Record<string, JsonSchema>;
  };
}

export function openApi(): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const name of Object.keys(contract) as EndpointName[]) {
    const { method, path } = contract[name];
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operationOf(name) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Relay of the S-360 widgets',
      // Of the paths, which begin with it.
      version: '1',
      description:
        'Sells tickets from SecuTix S-360. Money is integer minor units with its currency, instants are ISO 8601 with offset, ids are ' +
        'strings. Errors are problem details (RFC 9457), whose `code` is from a closed list.',
    },
    paths,
    components: {
      securitySchemes: {
        cart: { type: 'http', scheme: 'bearer', description: 'The token that `openCart` answers with' },
        session: {
          type: 'http',
          scheme: 'dpop',
          description: 'The access token that `signIn` answers with, together with a proof',
        },
        proof: {
          type: 'apiKey',
          in: 'header',
          name: 'DPoP',
          description:
            'A proof by an ES256 key (RFC 9449) with a nonce of the relay: an answer to any request that carries one names the next in ' +
            '`DPoP-Nonce`',
        },
      },
      schemas: componentSchemas(),
    },
  };
}

/** What opens an endpoint, by its access. */
const security: Record<AccessInUse, Operation['security']> = {
  public: [],
  visitor: [{}, { session: [], proof: [] }],
  cart: [{ cart: [] }],
  session: [{ session: [], proof: [] }],
  key: [{ proof: [] }],
};

/** What a body is sent as. */
const mediaTypes: Record<BodyInUse, string> = { json: 'application/json' };

function operationOf(name: EndpointName): Operation {
  const endpoint = contract[name];
  return {
    operationId: name,
    summary: endpoint.summary,
    security: security[endpoint.access],
    parameters: [
      ...parameterSchemas(endpoint.params).map((parameter) => ({ in: 'path', ...parameter })),
      ...parameterSchemas(endpoint.query).map((parameter) => ({ in: 'query', ...parameter })),
      ...(takesKey(endpoint) ? [idempotencyKey] : []),
      ...(takesTimeLimit(endpoint) ? [timeLimit] : []),
    ],
    ...('body' in endpoint && { requestBody: bodyOf(endpoint.body) }),
    responses: {
      200: {
        description: 'The reply',
        ...(takesKey(endpoint) && { headers: { 'Idempotency-Replayed': replayed } }),
        content: contentOf(endpoint.reply),
      },
      ...problemResponses(problemsOf(endpoint)),
    },
  };
}

const bodyOf = ({ kind, schema }: { kind: BodyInUse; schema: z.ZodType }): Operation['requestBody'] => ({
  required: true,
  content: { [mediaTypes[kind]]: { schema: schemaRef(schema) } },
});

function contentOf(reply: Contract[EndpointName]['reply']): Content {
  if (reply.kind === 'json') return { 'application/json': { schema: schemaRef(reply.schema) } };
  return { [reply.type]: { schema: { type: 'string', contentMediaType: reply.type } } };
}

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  description:
    'A random word of the caller. The same request that is sent again with the same key within a day is not carried out again: it is ' +
    'answered as it stands now, or refused as before.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
};
const timeLimit = {
  in: 'header',
  name: 'Request-Timeout',
  required: false,
  description:
    "How many seconds the caller waits, two minutes at most. What can't be done in time is not begun; what the caller can't hear of any " +
    'more is taken back, or found where the cart is read next.',
  schema: { type: 'string', pattern: '^[1-9][0-9]{0,5}$' },
};
const replayed = {
  description: '`true` where the request was carried out before',
  schema: { type: 'string', enum: ['true'] },
};

/** Codes that tell when to come again. */
const withRetryAfter: readonly ProblemCode[] = [
  'too-many-requests',
  'request-in-progress',
  'box-office-busy',
];
const retryAfter = { description: 'Seconds to wait', schema: { type: 'integer' } };

/** Several codes may share a status: which of them it is, the body says. */
function problemResponses(codes: readonly ProblemCode[]): Record<string, Response> {
  const responses: Record<string, Response> = {};
  for (const status of new Set(codes.map((code) => problemStatus[code]))) {
    const ofStatus = codes.filter((code) => problemStatus[code] === status);
    const narrowed = { properties: { code: { enum: ofStatus }, status: { const: status } } } as JsonSchema;
    responses[status] = {
      description: ofStatus.join(', '),
      ...(ofStatus.some((code) => withRetryAfter.includes(code)) && {
        headers: { 'Retry-After': retryAfter },
      }),
      content: { 'application/problem+json': { schema: { allOf: [schemaRef(problem), narrowed] } } },
    };
  }
  return responses;
}
