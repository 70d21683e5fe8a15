import {
  endpoints,
  requests,
  type Endpoint,
  type EndpointName,
  type Reply,
  type Request as Input,
} from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Request, RequestHandler, Response, Router } from 'express';
import type * as z from 'zod';
import { Answer, BlobAnswer, JsonAnswer } from './answer.js';
import { jsonBody } from './guards.js';
import type { Logger } from './log.js';
import { senderOf } from './sender.js';
import type { Visitors } from './visitors.js';

/** Endpoints that need the cart's token. */
type CartEndpoint = {
  [Name in EndpointName]: (typeof endpoints)[Name] extends { cart: true } ? Name : never;
}[EndpointName];

/** What a handler may know of the request beside its input. */
export interface Context<Name extends EndpointName = EndpointName> {
  /** The bearer token as sent; only its form was checked. */
  readonly cartToken: Name extends CartEndpoint ? string : undefined;
  readonly requestId: string;
  /** Carries the request id and the endpoint's name. Never log what a visitor typed. */
  readonly log: Logger;
  /** Aborted when the visitor is gone before the answer. For reads only: a write must be carried through. */
  readonly signal: AbortSignal;
}

/** Gives the reply, or an Answer where it is already text or has cache rules; throws ProblemError. */
export type Handler<Name extends EndpointName> = (
  input: Input<Name>,
  context: Context<Name>,
) => Promise<Reply<Name> | Answer> | Reply<Name> | Answer;

/** What all endpoints share. */
export interface Surroundings {
  readonly visitors: Visitors;
  /** What is offered; the first one stands in for all others. */
  readonly languages: readonly string[];
}

/** An endpoint of the contract with its handler, ready to be put on the app. */
export interface BoundEndpoint {
  readonly name: EndpointName;
  mount(router: Router, surroundings: Surroundings): void;
}

/**
 * Binds a handler to an endpoint of the contract. Path parameters, query and body are parsed by the contract's schemas
 * first: what does not fit is answered 400 with the place of each fault, unknown members included. Before anything is read, the
 * token must have its form, and the sender must have something left of the minute.
 */
export function endpoint<Name extends EndpointName>(name: Name, handler: Handler<Name>): BoundEndpoint {
  const route: Endpoint = endpoints[name];
  const handle = async (
    request: Request,
    response: Response,
    { visitors, languages }: Surroundings,
  ): Promise<void> => {
    const context = contextOf<Name>(route, request, response);
    const input = inOffered(languages, parseInput(name, request));
    const asked = { endpoint: name, isRead: route.method === 'GET', ...senderOf(request) };
    const reply = await visitors.serve(asked, () => handler(input, context));
    if (context.signal.aborted) return;
    await toAnswer(reply, route).send(request, response);
  };
  return {
    name,
    mount: (router, surroundings) => {
      const admit: RequestHandler = async (request, response, next) => {
        response.locals.endpoint = name;
        if (route.cart) bearerToken(request);
        await surroundings.visitors.admit(senderOf(request), name);
        next();
      };
      const serve: RequestHandler = (request, response) => handle(request, response, surroundings);
      router.route(route.path)[verbs[route.method]](admit, ...jsonBody, serve);
    },
  };
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

/** Answers for one cart are never compressed: beside text of a visitor's choice, their length could tell a secret. */
function toAnswer(reply: unknown, route: Endpoint): Answer {
  if (reply instanceof Answer) return reply;
  if (reply instanceof Blob) return new BlobAnswer(reply);
  return new JsonAnswer(reply, { mayCompress: route.method === 'GET' && !route.cart });
}

/** All parts are looked at before the answer, so that a caller sees every fault at once. */
function parseInput<Name extends EndpointName>(name: Name, request: Request): Input<Name> {
  const body: unknown = request.body;
  const given = { params: request.params, query: request.query, body: body ?? {} };
  const input: Record<string, unknown> = {};
  const fields: { path: string; reason: string }[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema: z.ZodType = requests[name][part];
    const parsed = schema.safeParse(part === 'body' ? given.body : { ...given[part] });
    if (parsed.success) input[part] = parsed.data;
    else fields.push(...parsed.error.issues.flatMap((issue) => toFields(part, issue)));
  }
  if (fields.length > 0) throw new ProblemError('request-invalid', { fields: fields.slice(0, 20) });
  // The three schemas are the ones that the type is inferred from; TypeScript can't follow that by name.
  return input as Input<Name>;
}

/** A page may be in any language; S-360 is asked in those that are offered, so that each thing is read in a few of them at most. */
function inOffered<Given extends Input<EndpointName>>(languages: readonly string[], input: Given): Given {
  const { query } = input;
  if (!('lang' in query) || languages.includes(query.lang)) return input;
  return { ...input, query: { ...query, lang: languages[0] ?? query.lang } };
}

/** Zod names the parent of an unknown member; a caller wants the member. Paths are cut: their words may be the caller's. */
function toFields(part: string, issue: z.core.$ZodIssue): { path: string; reason: string }[] {
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const reason = issue.code === 'unrecognized_keys' ? 'not known here' : issue.message;
  return paths.map((path) => ({ path: [part, ...path].join('.').slice(0, 100), reason }));
}

function contextOf<Name extends EndpointName>(
  route: Endpoint,
  request: Request,
  response: Response,
): Context<Name> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const context = {
    cartToken: route.cart ? bearerToken(request) : undefined,
    requestId: response.locals.requestId as string,
    log: response.locals.log as Logger,
    signal: gone.signal,
  };
  // Whether there is a token follows from the same table as the type.
  return context as Context<Name>;
}

function bearerToken(request: Request): string {
  const { cartToken } = senderOf(request);
  if (!cartToken) throw new ProblemError('cart-token-invalid');
  return cartToken;
}
