import { SignJWT, jwtVerify } from 'jose';
import type { Clock } from '../clock.js';
import { NotAuthenticated } from './http-failure.js';

/** The one virtual operator of the simulator. `secret` is its SOAP password and its JWT key. */
export interface Credentials {
  institution: string;
  operator: string;
  secret: string;
}

/** A token must be younger than this on arrival; one stamped in whole seconds may look a second older than it is. */
const MAX_AGE_MS = 1000;
/** The page says thirty seconds, and a client that works asks for fifteen minutes. */
const MAX_LIFE_MS = 900_000;
const ISSUED_LIFE_MS = 30_000;

/** Who may call. When the simulator's clock is moved, the tokens before that are void: a caller learns its date from any answer. */
export class Auth {
  readonly #key: Uint8Array;
  readonly #issued = new Set<string>();

  constructor(
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {
    this.#key = new TextEncoder().encode(credentials.secret);
  }

  /** WS-Security UsernameToken. Throws NotAuthenticated. */
  checkPassword(username: string | undefined, password: string | undefined): void {
    if (username !== this.credentials.operator || password !== this.credentials.secret) {
      throw new NotAuthenticated('unknown operator or wrong password');
    }
  }

  /** The Authorization header of a REST call. Throws NotAuthenticated, saying what is wrong with the token. */
  async checkBearer(header: string | undefined): Promise<void> {
    const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    if (!token) throw new NotAuthenticated('no bearer token');
    const claims = await this.#readClaims(token);
    const now = this.clock.now();
    if (claims.sub !== this.credentials.institution) throw new NotAuthenticated('sub is not the institution');
    if (claims.aud !== this.credentials.operator) throw new NotAuthenticated('aud is not the operator');
    const expiresAt = milliseconds(claims.exp, 'exp');
    if (expiresAt <= now) {
      this.#issued.delete(token);
      throw new NotAuthenticated('the token has expired');
    }
    if (!this.#issued.has(token)) checkAge(claims.iat, expiresAt, now);
  }

  /** POST /tnai/backend-apis/v1/auth: a token that may be used until it expires. */
  async issueToken(request: { operator?: unknown; partner?: unknown; secret?: unknown }): Promise<string> {
    const { institution, operator, secret } = this.credentials;
    if (request.operator !== operator || request.secret !== secret) {
      throw new NotAuthenticated('unknown operator or wrong secret');
    }
    const now = Math.floor(this.clock.now() / 1000);
    const token = await new SignJWT({ sub: institution, aud: operator })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(typeof request.partner === 'string' ? request.partner : operator)
      .setIssuedAt(now)
      .setExpirationTime(now + ISSUED_LIFE_MS / 1000)
      .sign(this.#key);
    this.#issued.add(token);
    return token;
  }

  /** The times are checked by us: they may be in milliseconds, which jose would take for seconds. */
  async #readClaims(token: string): Promise<Record<string, unknown>> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        currentDate: new Date(0),
      });
      return payload;
    } catch {
      throw new NotAuthenticated("the token is not signed with the operator's secret by HS256");
    }
  }
}

/** Documented: iat less than a second ago on arrival. */
function checkAge(iat: unknown, expiresAt: number, now: number): void {
  const issuedAt = milliseconds(iat, 'iat');
  const tolerance = isSeconds(iat) ? 1000 : 0;
  if (issuedAt > now + MAX_AGE_MS) throw new NotAuthenticated('iat is in the future');
  if (now - issuedAt >= MAX_AGE_MS + tolerance) throw new NotAuthenticated('iat is more than a second ago');
  if (expiresAt - issuedAt > MAX_LIFE_MS) throw new NotAuthenticated('exp is more than 15 minutes after iat');
}

/** Ten digits until the year 5138; thirteen are milliseconds since 1973. */
function isSeconds(value: unknown): boolean {
  return typeof value === 'number' && value < 100_000_000_000;
}

/** Epoch seconds (ten digits) or milliseconds (thirteen), as both are documented. */
function milliseconds(value: unknown, claim: string): number {
  if (typeof value !== 'number') throw new NotAuthenticated(`${claim} is missing`);
  return isSeconds(value) ? value * 1000 : value;
}
