import type { SignInProof, SignInWay } from '@s360-widgets/contract';

/** Who somebody is, as a provider vouches for. */
export interface Vouched {
  /** S-360's number of the contact: all that a session is about. */
  readonly contactNumber: string;
  /** What the provider wants to hear when it is asked again whether that still holds; null where it can't be asked. A secret. */
  readonly renewal: string | null;
}

/**
 * Who knows visitors. There is one for each way to sign in (docs/decisions/0044): each looks at the proof of its own way, and knows
 * nothing of sessions, keys and tokens.
 */
export interface IdentityProvider<Way extends SignInWay = SignInWay> {
  readonly way: Way;
  /** @throws ProblemError `sign-in-refused` */
  vouch(proof: Extract<SignInProof, { way: Way }>): Promise<Vouched>;
  /**
   * Asks whether it still holds.
   * @throws ProblemError `sign-in-refused` where it does not; any other where that can't be said now
   */
  renew(renewal: string): Promise<Vouched>;
}
