import type { SignInProof } from '@s360-widgets/contract';
import { operations, type S360 } from '../s360/index.js';
import { toAuthenticate, toAuthenticateAgain, toLoginProblem, toVouched } from './sign-in.mapping.js';
import type { IdentityProvider, Vouched } from './sign-in.providers.js';

export interface PasswordParts {
  readonly s360: S360;
  readonly pointOfSale: { get(): { readonly posId: string } };
}

/** S-360's own logins, asked for by the relay: no page of another house in between. */
export class PasswordProvider implements IdentityProvider<'password'> {
  readonly way = 'password';

  constructor(readonly parts: PasswordParts) {}

  async vouch(proof: SignInProof): Promise<Vouched> {
    const vouched = await this.#ask(toAuthenticate(proof, this.#pointOfSalesId));
    return proof.isRemembered ? vouched : { ...vouched, renewal: null };
  }

  renew(renewal: string): Promise<Vouched> {
    return this.#ask(toAuthenticateAgain(renewal, this.#pointOfSalesId));
  }

  /** @throws ProblemError `password-refused` */
  async changePassword(contactNumber: string, passwords: PasswordChange): Promise<void> {
    try {
      await this.parts.s360.call(operations.changePassword, { contactNumber, ...passwords });
    } catch (error) {
      throw toLoginProblem(error, 'password-refused');
    }
  }

  get #pointOfSalesId(): string {
    return this.parts.pointOfSale.get().posId;
  }

  async #ask(args: ReturnType<typeof toAuthenticate>): Promise<Vouched> {
    try {
      return toVouched(await this.parts.s360.call(operations.authenticate, args));
    } catch (error) {
      throw toLoginProblem(error, 'sign-in-refused');
    }
  }
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}
