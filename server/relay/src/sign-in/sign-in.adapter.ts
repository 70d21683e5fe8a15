import { ProblemError, type Account, type SessionTokens, type SignInProof } from '@s360-widgets/contract';
import type { Logger, Shown, ShownSession } from '../http/index.js';
import type { PasswordChange, PasswordProvider } from './sign-in.password.js';
import type { Proofs } from './sign-in.proofs.js';
import type { Vouched } from './sign-in.providers.js';
import type { Session, Sessions } from './sign-in.sessions.js';
import { metersOfLogin, metersOfPassword, type SignInTries } from './sign-in.tries.js';

export interface SignInParts {
  /** Undefined where this relay offers no sign-in. */
  readonly password: PasswordProvider | undefined;
  readonly proofs: Proofs;
  readonly sessions: Sessions;
  readonly tries: SignInTries;
  readonly contacts: { byNumber(contactNumber: string): Promise<{ readonly contact: Account }> };
}

/** Signing in, staying so, and out again: what a key's holder may be to this shop. */
export class SignIn {
  constructor(readonly parts: SignInParts) {}

  /**
   * Lets the holder of a key into an account.
   * @param network from which it is tried
   * @throws ProblemError `sign-in-refused` for a wrong password as for a login that nobody has
   */
  async begin(proof: SignInProof, shown: Shown, network: string, log: Logger): Promise<SessionTokens> {
    const { proofs, sessions, tries } = this.parts;
    const keyThumbprint = await proofs.keyOf(shown);
    const provider = this.#password;
    const meters = metersOfLogin(proof.login, network);
    const vouched = await tries.tryOnce(meters, () => provider.vouch(proof));
    const tokens = await sessions.begin(provider.way, vouched, keyThumbprint);
    log.info({ way: provider.way }, 'signed in');
    return tokens;
  }

  /** @throws ProblemError `session-ended` */
  async refresh(refreshToken: string, shown: Shown): Promise<SessionTokens> {
    const keyThumbprint = await this.parts.proofs.keyOf(shown);
    return this.parts.sessions.refresh(refreshToken, keyThumbprint, (way, renewal) =>
      this.#renew(way, renewal),
    );
  }

  /** Whose session it is that a request shows. @throws ProblemError `session-token-invalid`, or as `Proofs.keyOf` */
  async sessionOf(shown: ShownSession): Promise<Session> {
    const keyThumbprint = await this.parts.proofs.keyOf(shown);
    return this.parts.sessions.of(shown.accessToken, keyThumbprint);
  }

  async end(shown: ShownSession): Promise<void> {
    await this.parts.sessions.end(await this.sessionOf(shown));
  }

  async endEverywhere(shown: ShownSession): Promise<void> {
    await this.parts.sessions.endAll(await this.sessionOf(shown));
  }

  /** Who has signed in, as S-360 knows them. */
  async account(shown: ShownSession): Promise<Account> {
    const { contactNumber } = await this.sessionOf(shown);
    const { contact } = await this.parts.contacts.byNumber(contactNumber);
    return { firstName: contact.firstName, lastName: contact.lastName, email: contact.email };
  }

  /** Whoever may have known the old password is signed out by it. @throws ProblemError `password-refused` */
  async changePassword(shown: ShownSession, passwords: PasswordChange): Promise<void> {
    const { sessions, tries } = this.parts;
    const session = await this.sessionOf(shown);
    const { contactNumber } = session;
    const provider = this.#password;
    await tries.tryOnce(metersOfPassword(contactNumber), () =>
      provider.changePassword(contactNumber, passwords),
    );
    await sessions.endOthers(session);
  }

  get #password(): PasswordProvider {
    if (!this.parts.password) throw new ProblemError('not-found');
    return this.parts.password;
  }

  /** A session whose way is offered no more, or can't be asked by what is left of it, does not go on. */
  async #renew(way: string, renewal: string | undefined): Promise<Vouched> {
    const { password } = this.parts;
    if (way !== password?.way || renewal === undefined) throw new ProblemError('sign-in-refused');
    return password.renew(renewal);
  }
}
