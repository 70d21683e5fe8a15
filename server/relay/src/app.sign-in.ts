import type { Config } from './config.js';
import type { Contacts } from './contacts/contacts.adapter.js';
import type { Logger } from './http/index.js';
import type { S360 } from './s360/index.js';
import { SignIn } from './sign-in/sign-in.adapter.js';
import { ProofNonces } from './sign-in/sign-in.nonces.js';
import { PasswordProvider } from './sign-in/sign-in.password.js';
import { Proofs } from './sign-in/sign-in.proofs.js';
import { Sessions } from './sign-in/sign-in.sessions.js';
import { SignInTries } from './sign-in/sign-in.tries.js';
import { Refresher, type Clock, type Database } from './state/index.js';

export interface SignInWiring {
  readonly config: Config;
  readonly s360: S360;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pointOfSale: { get(): { readonly posId: string } };
  readonly nonces: ProofNonces;
}

/** Who signs in. */
export interface SignInPart {
  readonly signIn: SignIn;
  /** Drops what nobody will ask for any more, from time to time. */
  readonly tidying: Refresher;
}

export const noncesOf = ({ RELAY_SECRET: secret }: Config, clock: Clock): ProofNonces =>
  new ProofNonces({ secret, clock });

export function createSignIn(wiring: SignInWiring, contacts: Contacts): SignInPart {
  const { config, clock, log } = wiring;
  const { RELAY_SECRET: secret, RELAY_FORMER_SECRET: formerSecret } = config;
  const password = config.RELAY_SIGN_IN.includes('password') ? new PasswordProvider(wiring) : undefined;
  const sessions = new Sessions({ ...wiring, secrets: { secret, formerSecret } });
  const tries = new SignInTries({ ...wiring, secret });
  const proofs = new Proofs({ ...wiring, publicUrl: config.RELAY_PUBLIC_URL });
  const tidying = new Refresher({
    ...{ clock, everyMs: 3_600_000, retryMs: 60_000 },
    refresh: async () => {
      await Promise.all([sessions.forgetEnded(), tries.forgetEnded()]);
    },
    onFailure: (error) => log.warn({ err: error }, 'ended sessions were not dropped'),
  });
  return { signIn: new SignIn({ password, proofs, sessions, tries, contacts }), tidying };
}
