import { randomUUID } from 'node:crypto';
import { endpointsAt } from '@s360-widgets/contract';
import { endpoints } from '@s360-widgets/contract/endpoints';
import { ProblemError } from '@s360-widgets/contract/problem';
import cors from 'cors';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Clock } from '../state/clock.js';
import type { Logger } from './log.js';

/**
 * Gives the request an id (a sane `x-request-id` is kept, so that logs of two machines can be joined) and writes one line
 * when it is over. The line has the endpoint's name, not the path.
 */
export function requestLog(log: { child(facts: object): Logger }, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const requestId = given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
    const own = log.child({ requestId });
    Object.assign(response.locals, { requestId, log: own });
    response.set('X-Request-Id', requestId);
    const startedAt = clock.elapsed();
    response.once('close', () => {
      // Found out by those who handle it.
      const { endpoint = 'none', problem } = response.locals;
      const status = response.writableFinished ? response.statusCode : 'gone';
      const ms = clock.elapsed() - startedAt;
      own.info({ method: request.method, endpoint, status, problem, ms }, 'request');
    });
    next();
  };
}

/** Headers for an API that no page may frame, sniff or embed but through CORS. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
  xXssProtection: false,
});

/** Only pages of allowed origins may use the API; requests without an origin (no browser page) pass. No cookies. */
export function allowOrigins(isAllowed: (origin: string) => boolean): RequestHandler {
  return cors({
    origin: (origin, decide) => {
      if (origin === undefined || isAllowed(origin)) decide(null, true);
      else decide(new ProblemError('origin-refused'));
    },
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      ...['Authorization', 'Content-Type', 'DPoP', 'Idempotency-Key', 'Request-Timeout'],
      'X-Request-Id',
    ],
    exposedHeaders: ['DPoP-Nonce', 'ETag', 'Idempotency-Replayed', 'X-Request-Id', 'Retry-After'],
    maxAge: 7_200,
  });
}

/** Who shows a proof is told by which nonce to make the next one. */
export function offerNonce(nonce: () => string): RequestHandler {
  return (request, response, next) => {
    if (request.get('dpop') !== undefined) response.set('DPoP-Nonce', nonce());
    next();
  };
}

/** Says once an hour that visitors can't be told apart: a proxy names them, and none is believed. */
export function warnOfUntrustedProxy(
  trustedProxies: number,
  { log, clock }: { log: Logger; clock: Clock },
): RequestHandler {
  let warnedAt = Number.NEGATIVE_INFINITY;
  return (request, _response, next) => {
    const isNamed = request.get('x-forwarded-for') !== undefined;
    if (isNamed && trustedProxies === 0 && clock.elapsed() - warnedAt >= hourMs) {
      warnedAt = clock.elapsed();
      log.warn(
        {},
        'X-Forwarded-For comes with requests but RELAY_TRUSTED_PROXIES is 0: all visitors share one limit',
      );
    }
    next();
  };
}

const hourMs = 3_600_000;

/** Reads JSON bodies of up to 32 kB; other kinds of body are refused. */
export const jsonBody: RequestHandler[] = [
  (request, _response, next) => {
    const length = request.get('content-length');
    const hasBody =
      (length !== undefined && length !== '0') || request.get('transfer-encoding') !== undefined;
    next(hasBody && !request.is('application/json') ? new ProblemError('media-type-unsupported') : undefined);
  },
  express.json({ limit: '32kb' }),
];

/** What is left when no endpoint took the request: its path is unknown, or known for other methods only. */
export const unknownRoute: RequestHandler = (request, response, next) => {
  const methods = endpointsAt(request.path).map((name) => endpoints[name].method);
  if (methods.length > 0) response.set('Allow', [...new Set(methods)].join(', '));
  next(new ProblemError(methods.length > 0 ? 'method-not-allowed' : 'not-found'));
};
