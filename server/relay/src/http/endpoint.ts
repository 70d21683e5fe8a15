import {
  type BodyInUse,
  type Contract,
  contract,
  type EndpointContract,
  type EndpointName,
  type Reply,
  type ReplyInUse,
  type Request as Input,
} from '@s360-widgets/contract';
import type { Request, RequestHandler, Response, Router } from 'express';
import { Deadline, type Clock } from '../state/index.js';
import { identify, type Identity } from './access.js';
import { Answer, BlobAnswer, JsonAnswer, PreparedAnswer } from './answer.js';
import type { AnswersAtHand } from './at-hand.js';
import { jsonBody } from './guards.js';
import { IdempotencyKey } from './idempotency.key.js';
import type { Idempotency, Keyed } from './idempotency.js';
import { parseInput } from './input.js';
import type { Logger } from './log.js';
import { senderOf } from './sender.js';
import { timeLimitOf } from './time-limit.js';
import { isFree, type Visitors } from './visitors.js';

/** What a handler may know of the request beside its input, and of who asks. */
export type Context<Name extends EndpointName = EndpointName> = Identity<Name> & {
  readonly requestId: string;
  /** Carries the request id and the endpoint's name. Never log what a visitor typed. */
  readonly log: Logger;
  /** Until when the visitor waits. A write that was sent is carried through all the same, or taken back whole. */
  readonly deadline: Deadline;
};

/** Gives the reply, or an Answer where it is already text or has cache rules; throws ProblemError. */
export type Handler<Name extends EndpointName> = (
  input: Input<Name>,
  context: Context<Name>,
) => Promise<Reply<Name> | Answer> | Reply<Name> | Answer;

/** How a request that was done is answered when it is sent again with the same key. */
export interface Replay<Name extends EndpointName> {
  /** What `answer` must know of the first reply. It is kept for a day: an id or a token, never anything about a person. */
  keep?(reply: Reply<Name>): string;
  /** The reply as it stands now, without doing the work again. */
  answer(input: Input<Name>, context: Context<Name>, kept: string): Promise<Reply<Name>> | Reply<Name>;
}

/** A POST is not safe to send twice, so that each one says how it is answered again. */
type ReplayOf<Name extends EndpointName> = Contract[Name]['method'] extends 'POST'
  ? [replay: Replay<Name>]
  : [];

/** What all endpoints share. */
export interface Surroundings {
  readonly visitors: Visitors;
  readonly idempotency: Idempotency;
  /** What is offered; the first one stands in for all others. */
  readonly languages: readonly string[];
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly atHand: AnswersAtHand;
}

/** An endpoint of the contract with its handler, ready to be put on the app. */
export interface BoundEndpoint {
  readonly name: EndpointName;
  mount(router: Router, surroundings: Surroundings): void;
}

/**
 * Binds a handler to an endpoint of the contract. Path parameters, query and body are parsed by the contract's schemas
 * first: what does not fit is answered 400 with the place of each fault, unknown members included. Before anything is read, the
 * guard of the endpoint's access must let the request pass, and the sender must have something left of the minute. A POST with an
 * `Idempotency-Key` is done once.
 */
export function endpoint<Name extends EndpointName>(
  name: Name,
  handler: Handler<Name>,
  ...[replay]: ReplayOf<Name>
): BoundEndpoint {
  const route: EndpointContract = contract[name];
  const serve = async (
    request: Request,
    response: Response,
    { visitors, languages, idempotency, clock, atHand }: Surroundings,
  ): Promise<void> => {
    const seconds = timeLimitOf(name, request);
    const deadline = new Deadline({ clock, seconds, isGone: () => isGone(response) });
    const context = contextOf(identify(name, request), response, deadline);
    const input = inOffered(languages, parseInput(name, request));
    const asked = { endpoint: name, isRead: route.method === 'GET', ...senderOf(request) };
    const work = () => handler(input, context);
    const key = replay && IdempotencyKey.of(request);
    const once = () =>
      key
        ? idempotency.once(keyedOf({ name, key, replay, work, input, context, response, visitors }))
        : work();
    const reply = await deadline.run(() => visitors.serve(asked, once));
    if (!isGone(response)) await deliver(name, toAnswer(name, reply), { request, response, atHand });
  };
  return {
    name,
    mount: (router, surroundings) => {
      const admit: RequestHandler = (request, response, next) => {
        response.locals.endpoint = name;
        identify(name, request);
        surroundings.visitors.admit(senderOf(request), name);
        next();
      };
      const answer: RequestHandler = (request, response) => serve(request, response, surroundings);
      const at = router.route(route.path);
      at[verbs[route.method]](admit, ...bodyReaderOf(name), answer);
    },
  };
}

/** Whether the visitor has left before the answer. */
const isGone = (response: Response): boolean => response.closed && !response.writableFinished;

interface Delivery extends Pick<Surroundings, 'atHand'> {
  readonly request: Request;
  readonly response: Response;
}

/** Sends an answer, and keeps it at hand if others may get the same. */
async function deliver(name: EndpointName, answer: Answer, { request, response, atHand }: Delivery) {
  await answer.send(request, response);
  if (answer instanceof PreparedAnswer && isFree(name))
    atHand.keep(name, { request, response, answer, variant: answer.variantFor(request) });
}

interface KeyedCall<Name extends EndpointName> {
  readonly name: Name;
  readonly key: IdempotencyKey;
  readonly replay: Replay<Name>;
  readonly work: () => Promise<Reply<Name> | Answer> | Reply<Name> | Answer;
  readonly input: Input<Name>;
  readonly context: Context<Name>;
  readonly response: Response;
  readonly visitors: Visitors;
}

/** A call with a key. In which language its answer is wanted makes it no other one. */
function keyedOf<Name extends EndpointName>(call: KeyedCall<Name>): Keyed<Reply<Name> | Answer> {
  const { name, key, replay, work, input, context, response, visitors } = call;
  const { params, body } = input;
  return {
    ...{ key, route: name, sent: { params, body } },
    work() {
      visitors.spend();
      return work();
    },
    keep: (reply) => (reply instanceof Answer ? '' : (replay.keep?.(reply) ?? '')),
    again: (kept) => replay.answer(input, context, kept),
    onReplay: () => void response.set('Idempotency-Replayed', 'true'),
  };
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

const bodyReaders: Record<BodyInUse, RequestHandler[]> = { json: jsonBody };

/** Where no body is asked for, one that comes is read all the same, so that it can be refused with the place of its fault. */
function bodyReaderOf(name: EndpointName): RequestHandler[] {
  const route = contract[name];
  return bodyReaders['body' in route ? route.body.kind : 'json'];
}

const answers: Record<ReplyInUse, (reply: unknown, route: EndpointContract) => Answer> = {
  /** Answers for one cart are never compressed: beside text of a visitor's choice, their length could tell a secret. */
  json: (reply, { method, access }) =>
    new JsonAnswer(reply, { mayCompress: method === 'GET' && access === 'public' }),
  blob: (reply) => new BlobAnswer(reply as Blob),
};

function toAnswer<Name extends EndpointName>(name: Name, reply: Reply<Name> | Answer): Answer {
  if (reply instanceof Answer) return reply;
  return answers[contract[name].reply.kind](reply, contract[name]);
}

/** A page may be in any language; S-360 is asked in those that are offered, so that each thing is read in a few of them at most. */
function inOffered<Given extends Input<EndpointName>>(languages: readonly string[], input: Given): Given {
  const { query } = input;
  if (!('lang' in query) || languages.includes(query.lang)) return input;
  return { ...input, query: { ...query, lang: languages[0] ?? query.lang } };
}

function contextOf<Name extends EndpointName>(
  identity: Identity<Name>,
  response: Response,
  deadline: Deadline,
): Context<Name> {
  const { requestId, log } = response.locals as { requestId: string; log: Logger };
  return { ...identity, requestId, log, deadline };
}
