import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';
import type { EndpointName } from '@s360-widgets/contract/endpoints';
import { LRUCache } from 'lru-cache';
import { matches, type PreparedAnswer, type Variant } from './answer.js';

export interface AtHandParts {
  readonly trustedProxies: number;
  /** Hears of each answer that went past the app. */
  onAnswerAtHand(endpoint: EndpointName): void;
}

/** What was sent for a question, and goes out as it is to whoever asks the same. */
interface Sent {
  readonly endpoint: EndpointName;
  readonly answer: PreparedAnswer;
  readonly variant: Variant;
  /** Name, value, name, value: but for the request's id. */
  readonly headers: readonly OutgoingHttpHeader[];
  readonly headersWithoutBody: readonly OutgoingHttpHeader[];
}

/** Headers by which a request may bring more than its question. */
const setApart: readonly string[] = ['x-request-id', 'transfer-encoding', 'content-length', 'expect'];
const mostQuestions = 2_000;
const longestQuestion = 500;
/** What says how long a body is and how to read it; an answer without body has none of them. */
const aboutBody = ['content-length', 'content-type', 'content-encoding'];

/**
 * The answers that nearly all visitors get, sent past the guards and routes that they went through once: the same question, from a
 * page of the same origin, in the same encoding, is answered with the same headers and bytes as long as its answer is current. Whatever
 * else a request brings along that may change its answer is for the app. They are counted, and have no line in the log.
 */
export class AnswersAtHand {
  readonly #sent = new LRUCache<string, Sent>({ max: mostQuestions });

  readonly #setApart: readonly string[];

  constructor(readonly parts: AtHandParts) {
    // A proxy that nobody was told of is warned of.
    this.#setApart = parts.trustedProxies === 0 ? [...setApart, 'x-forwarded-for'] : setApart;
  }

  /** Keeps what has just been sent, if it may be sent again. */
  keep(endpoint: EndpointName, { request, response, answer, variant }: Kept): void {
    const question = this.#questionOf(request);
    if (question === undefined || !answer.reuse?.isCurrent() || response.statusCode !== 200) return;
    const entries = Object.entries(response.getHeaders()).filter(([name]) => name !== 'x-request-id');
    const flat = (kept: typeof entries) =>
      kept.flatMap(([name, value]) => [name, value as OutgoingHttpHeader]);
    const headers = flat(entries);
    const headersWithoutBody = flat(entries.filter(([name]) => !aboutBody.includes(name)));
    this.#sent.set(question, { endpoint, answer, variant, headers, headersWithoutBody });
  }

  /** Answers at once, if it can. @returns false where nothing was done */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const question = this.#questionOf(request);
    const sent = question === undefined ? undefined : this.#sent.get(question);
    if (!sent?.answer.reuse?.isCurrent()) return false;
    sent.answer.reuse.onUse();
    this.parts.onAnswerAtHand(sent.endpoint);
    const isKnown = matches(request.headers['if-none-match'], sent.variant.etag);
    const headers = isKnown ? sent.headersWithoutBody : sent.headers;
    response.writeHead(isKnown ? 304 : 200, ['x-request-id', randomUUID(), ...headers]);
    response.end(isKnown ? undefined : sent.variant.body);
    return true;
  }

  /** Undefined for a request that the app must look at. */
  #questionOf({ method, url = '', headers }: IncomingMessage): string | undefined {
    if (method !== 'GET' || this.#setApart.some((name) => headers[name] !== undefined)) return undefined;
    const question = `${url} ${headers['accept-encoding'] ?? ''} ${headers.origin ?? ''}`;
    return question.length > longestQuestion ? undefined : question;
  }
}

interface Kept {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: PreparedAnswer;
  readonly variant: Variant;
}
