/** For tests: S-360's logins out of memory, relays that share a database, and visitors' devices. */
import { ProblemError, type Problem, type SessionTokens } from '@s360-widgets/contract';
import {
  base64url,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type GenerateKeyPairResult,
  type JWK,
} from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import { tryEndpoints, type Trial } from '../http/trial.js';
import { someCart } from '../http/trial.replies.js';
import { createLog } from '../http/log.js';
import { Visitors } from '../http/visitors.js';
import { detailsOf, pointOfSale, silent, tryDesk } from '../order/order.trial.js';
import { OrderRecords, type Order } from '../order/index.js';
import { FakeS360, type FakeCall, type WireObject } from '../s360/fake.js';
import { S360Refusal } from '../s360/index.js';
import { emptyDatabase } from '../state/database.trial.js';
import { createManualClock, type Database } from '../state/index.js';
import { SignIn } from './sign-in.adapter.js';
import { ProofNonces } from './sign-in.nonces.js';
import { PasswordProvider } from './sign-in.password.js';
import { Proofs } from './sign-in.proofs.js';
import { signInRoutes } from './sign-in.routes.js';
import { Sessions } from './sign-in.sessions.js';
import { SignInTries } from './sign-in.tries.js';

export const secret = 'a secret that is at least 32 characters';
/** Behind a proxy that takes a part of the path off. */
export const publicUrl = 'https://x.test/tickets/';

/** What S-360 knows of two people. */
export const ada = { login: 'ada@example.org', password: 'engine', contactNumber: '9001' };
export const grace = { login: 'grace@example.org', password: 'compiler', contactNumber: '9002' };

/** S-360's logins. */
export class FakeLogins extends FakeS360 {
  readonly passwords = new Map([ada, grace].map(({ login, password }) => [login, password]));
  /** The one remembered login that is good, by contact. */
  readonly remembered = new Map<string, string>();
  readonly calls: string[] = [];
  isDown = false;
  /** The one that S-360 has. */
  order: Order | undefined;

  protected override async answer({ name, args }: FakeCall): Promise<WireObject> {
    this.calls.push(name);
    if (this.isDown) throw new ProblemError('box-office-down');
    if (name === 'getOrderDetails' && this.order) return detailsOf(this.order);
    if (name === 'authenticate') return this.#authenticate(args.contactAuthenticationData as WireObject);
    if (name === 'changePassword') return this.#change(args as Record<string, string>);
    const { login: email } = byNumber(args.contactNumber);
    return { individualContact: { email, firstName: 'Ada', lastName: 'Lovelace' }, addresses: [] };
  }

  #authenticate({ login, password, uniqueToken, identification, rememberMe }: WireObject): WireObject {
    const known = [ada, grace].find(
      ({ contactNumber }) => this.remembered.get(contactNumber) === uniqueToken,
    );
    const person = uniqueToken
      ? known
      : [ada, grace].find((one) => one.login === (login as string).toLowerCase());
    const isRight = uniqueToken
      ? identification === 'of the token'
      : person && this.passwords.get(person.login) === password;
    if (!person || !isRight) throw refusal('error.authentication');
    const { contactNumber } = person;
    if (!rememberMe) return { contactNumber, identification: 'of no token' };
    const next = randomUUID();
    this.remembered.set(contactNumber, next);
    return { contactNumber, uniqueToken: next, identification: 'of the token' };
  }

  #change({ contactNumber, currentPassword, newPassword = '' }: Record<string, string>): WireObject {
    const { login } = byNumber(contactNumber);
    if (this.passwords.get(login) !== currentPassword) throw refusal('error.password');
    this.passwords.set(login, newPassword);
    return {};
  }
}

const byNumber = (number: unknown) => (number === grace.contactNumber ? grace : ada);
const refusal = (code: string) =>
  new ProblemError('box-office-refused', {}, { cause: new S360Refusal(code, 'Ada Lovelace') });

export interface Shop {
  readonly office?: FakeLogins;
  readonly clock?: ReturnType<typeof createManualClock>;
  readonly database?: Database;
  readonly isOffered?: boolean;
}

/** A relay with the sign-in alone; several of them where they are given the same database and clock. */
export async function signInRelay(shop: Shop = {}) {
  const { office = new FakeLogins(), clock = createManualClock('2026-12-01T20:00:00Z') } = shop;
  const database = shop.database ?? (await emptyDatabase(clock));
  const nonces = new ProofNonces({ secret, clock });
  const sessions = new Sessions({ database, clock, secrets: { secret }, log: silent });
  const signIn = new SignIn({
    password: shop.isOffered === false ? undefined : new PasswordProvider({ s360: office, pointOfSale }),
    proofs: new Proofs({ database, clock, nonces, publicUrl }),
    tries: new SignInTries({ database, clock, secret }),
    contacts: {
      byNumber: async (number) => ({
        contact: { firstName: 'Ada', lastName: 'Lovelace', email: byNumber(number).login },
      }),
    },
    sessions,
  });
  const records = new OrderRecords({ database, clock, log: silent });
  const routes = signInRoutes(signIn, tryDesk(office, clock, records), { view: async () => someCart() });
  const visitors = new Visitors({ database, clock }, { callsPerAddress: 10_000, callsPerCart: 10_000 });
  const log = createLog('silent');
  const trial = await tryEndpoints(routes, visitors, log, database, clock, () => nonces.current());
  return { ...trial, office, clock, database, sessions, records, nonces };
}

/** Of a request that a device signs. */
export interface Signed {
  readonly body?: unknown;
  readonly token?: string;
  /** Another claim than the right one; undefined leaves it out. */
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly scheme?: string;
}

export interface Told {
  readonly status: number;
  readonly reply: unknown;
  readonly code: string | undefined;
}

/** A visitor's browser: a key that never leaves it, and the nonce that it was told last. */
export class Device {
  #nonce = '';

  private constructor(
    readonly keys: GenerateKeyPairResult,
    readonly jwk: JWK,
  ) {}

  static async make(): Promise<Device> {
    const keys = await generateKeyPair('ES256', { extractable: true });
    return new Device(keys, await exportJWK(keys.publicKey));
  }

  thumbprint(): Promise<string> {
    return calculateJwkThumbprint(this.jwk);
  }

  /** Asks once, and once more where it is told a nonce, as a page does. */
  async ask(
    relay: Pick<Trial, 'origin' | 'fetch'>,
    method: string,
    path: string,
    signed: Signed = {},
  ): Promise<Told> {
    const told = await this.show(relay, await this.proof(method, path, signed), method, path, signed);
    if (told.code !== 'proof-nonce-needed') return told;
    return this.show(relay, await this.proof(method, path, signed), method, path, signed);
  }

  proof(method: string, path: string, { token, claims, header }: Signed = {}): Promise<string> {
    const ath = token && base64url.encode(createHash('sha256').update(token).digest());
    const usual = {
      jti: randomUUID(),
      htm: method,
      htu: publicUrl.slice(0, -1) + path,
      nonce: this.#nonce,
      ath,
    };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: this.jwk, ...header })
      .sign(this.keys.privateKey);
  }

  /** Sends a request with a proof that there is already. */
  async show(
    relay: Pick<Trial, 'origin' | 'fetch'>,
    proof: string,
    method: string,
    path: string,
    { body, token, scheme = 'DPoP' }: Signed = {},
  ): Promise<Told> {
    const headers: Record<string, string> = { dpop: proof };
    if (token) headers.authorization = `${scheme} ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await relay.fetch(relay.origin + path, { method, headers, body: text });
    this.#nonce = answer.headers.get('dpop-nonce') ?? this.#nonce;
    const reply: unknown = await answer.json();
    return { status: answer.status, reply, code: (reply as Partial<Problem>).code };
  }

  async signIn(
    relay: Pick<Trial, 'origin' | 'fetch'>,
    { login, password }: { login: string; password: string },
    isRemembered = false,
  ): Promise<SessionTokens> {
    const body = { way: 'password', login, password, isRemembered };
    const told = await this.ask(relay, 'PUT', '/v1/session', { body });
    if (told.status !== 200) throw new Error(`not signed in: ${told.code}`);
    return told.reply as SessionTokens;
  }

  refresh(relay: Pick<Trial, 'origin' | 'fetch'>, refreshToken: string): Promise<Told> {
    return this.ask(relay, 'PUT', '/v1/session/tokens', { body: { refreshToken } });
  }
}
