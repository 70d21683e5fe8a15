import { SignJWT, jwtVerify } from 'jose';
import type { Clock } from '../clock.js';
import { NotAuthenticated } from './http-failure.js';

/** The one virtual operator of the simulator. `secret` is its SOAP password and its JWT key. */
export interface Credentials {
  institution: string;
  operator: string;
  secret: string;
}

export interface Auth {
  /** WS-Security UsernameToken. Throws NotAuthenticated. */
  checkPassword(username: string | undefined, password: string | undefined): void;
  /** The Authorization header of a REST call. Throws NotAuthenticated, saying what is wrong with the token. */
  checkBearer(header: string | undefined): Promise<void>;
  /** POST /tnai/backend-apis/v1/auth: a token that may be used until it expires. */
  issueToken(request: { operator?: unknown; partner?: unknown; secret?: unknown }): Promise<string>;
}

/** A token must be younger than this on arrival; one stamped in whole seconds may look a second older than it is. */
const MAX_AGE_MS = 1000;
const MAX_LIFE_MS = 30_000;

/** `clock` is the real one: moving the simulator's clock must not void the tokens of a relay. */
export function createAuth(credentials: Credentials, clock: Clock): Auth {
  const key = new TextEncoder().encode(credentials.secret);
  const issued = new Set<string>();

  async function issueToken(request: { operator?: unknown; partner?: unknown; secret?: unknown }) {
    if (request.operator !== credentials.operator || request.secret !== credentials.secret) {
      throw new NotAuthenticated('unknown operator or wrong secret');
    }
    const now = Math.floor(clock.now() / 1000);
    const token = await new SignJWT({ sub: credentials.institution, aud: credentials.operator })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(String(request.partner ?? credentials.operator))
      .setIssuedAt(now)
      .setExpirationTime(now + MAX_LIFE_MS / 1000)
      .sign(key);
    issued.add(token);
    return token;
  }

  async function checkBearer(header: string | undefined) {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    if (!token) throw new NotAuthenticated('no bearer token');
    const claims = await readClaims(token);
    const now = clock.now();
    if (claims.sub !== credentials.institution) throw new NotAuthenticated('sub is not the institution');
    if (claims.aud !== credentials.operator) throw new NotAuthenticated('aud is not the operator');
    const expiresAt = milliseconds(claims.exp, 'exp');
    if (expiresAt <= now) {
      issued.delete(token);
      throw new NotAuthenticated('the token has expired');
    }
    if (!issued.has(token)) checkAge(claims.iat, expiresAt, now);
  }

  async function readClaims(token: string): Promise<Record<string, unknown>> {
    try {
      // The times are checked by us: they may be in milliseconds, and jose would read 1970 as "now".
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(0) });
      return payload;
    } catch {
      throw new NotAuthenticated('the token is not signed with the operator’s secret by HS256');
    }
  }

  return {
    checkPassword(username, password) {
      if (username !== credentials.operator || password !== credentials.secret) {
        throw new NotAuthenticated('unknown operator or wrong password');
      }
    },
    checkBearer,
    issueToken,
  };
}

function checkAge(iat: unknown, expiresAt: number, now: number): void {
  const issuedAt = milliseconds(iat, 'iat');
  const tolerance = isSeconds(iat) ? 1000 : 0;
  if (issuedAt > now + MAX_AGE_MS) throw new NotAuthenticated('iat is in the future');
  if (now - issuedAt >= MAX_AGE_MS + tolerance) throw new NotAuthenticated('iat is more than a second ago');
  if (expiresAt - issuedAt > MAX_LIFE_MS) throw new NotAuthenticated('exp is more than 30 seconds after iat');
}

function isSeconds(value: unknown): boolean {
  return typeof value === 'number' && value < 100_000_000_000;
}

/** Epoch seconds (ten digits) or milliseconds (thirteen), as both are documented. */
function milliseconds(value: unknown, claim: string): number {
  if (typeof value !== 'number') throw new NotAuthenticated(`${claim} is missing`);
  return isSeconds(value) ? value * 1000 : value;
}
