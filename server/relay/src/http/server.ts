import type { EndpointName } from '@s360-widgets/contract/endpoints';
import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import type { Clock } from '../state/clock.js';
import { AnswersAtHand } from './at-hand.js';
import type { FormerBuilds } from './embed.builds.js';
import { serveEmbed } from './embed.js';
import type { BoundEndpoint } from './endpoint.js';
import {
  allowOrigins,
  offerNonce,
  requestLog,
  securityHeaders,
  unknownRoute,
  warnOfUntrustedProxy,
} from './guards.js';
import type { Idempotency } from './idempotency.js';
import type { Logger } from './log.js';
import { messagesOf, type Messages } from './messages.js';
import { serveOpenApi } from './openapi.js';
import { problemHandler } from './problem.js';
import type { Visitors } from './visitors.js';

/** Whether the relay can serve visitors, and what it last heard. Facts only, no secrets. */
export interface Readiness {
  readonly isReady: boolean;
  readonly facts: object;
}

export interface ServerOptions {
  readonly endpoints: readonly BoundEndpoint[];
  readonly embedFolder: string;
  /** The kit as it was before; without it, only the folder is served. */
  readonly formerBuilds?: FormerBuilds;
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly visitors: Visitors;
  readonly idempotency: Idempotency;
  /** What is offered; the first one stands in for all others. */
  readonly languages: readonly string[];
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  readonly readiness: () => Promise<Readiness>;
  /** For the next proof of who has signed in. */
  readonly proofNonce: () => string;
  /** Hears of each answer that went to a visitor past the log: see `at-hand.ts`. */
  readonly onAnswerAtHand: (endpoint: EndpointName) => void;
  readonly clock: Clock;
  readonly log: Logger & { child(facts: object): Logger };
}

/** For `createServer` of `node:http`: what answers, and what it is best asked by. */
export interface Served {
  readonly listener: RequestListener;
  readonly messages: Messages;
}

/**
 * The HTTP side of the relay: what is at hand at once, all else past every guard once and in order, then to the endpoints. Throws if an
 * endpoint is bound twice.
 */
export function serve(options: ServerOptions): Served {
  const atHand = new AnswersAtHand(options);
  const app = createApp(options, atHand);
  return {
    messages: messagesOf(app),
    listener: (request, response) => {
      if (!atHand.answer(request, response)) app(request, response);
    },
  };
}

function createApp(options: ServerOptions, atHand: AnswersAtHand): Express {
  const app = express();
  // ETags are made where answers are prepared; Express would make weak ones of everything.
  app.disable('x-powered-by').disable('etag');
  app.set('trust proxy', options.trustedProxies).set('query parser', 'simple');
  app.use(requestLog(options.log, options.clock), securityHeaders);
  app.get('/healthz', (_request, response) => {
    response.locals.endpoint = 'healthz';
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    response.locals.endpoint = 'readyz';
    const { isReady, facts } = await options.readiness();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', ...facts });
  });
  // The description and the kit are for every page: they come before the guard of origins.
  app.get('/openapi.json', serveOpenApi());
  app.use('/embed', serveEmbed(options.embedFolder, options.formerBuilds));
  app.use(allowOrigins(options.isAllowedOrigin), warnOfUntrustedProxy(options.trustedProxies, options));
  app.use(offerNonce(options.proofNonce));
  const names = new Set<EndpointName>();
  for (const bound of options.endpoints) {
    if (names.has(bound.name)) throw new TypeError(`${bound.name} is bound twice`);
    names.add(bound.name);
    bound.mount(app, { ...options, atHand });
  }
  app.use(unknownRoute, problemHandler(options.visitors));
  return app;
}
