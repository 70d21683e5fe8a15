/** Logins of S-360, both ways. Words of S-360 end here. */
import { ProblemError, type ProblemCode, type SignInProof } from '@s360-widgets/contract';
import { isRefusal, refusalCode, type AnswerOf, type ArgumentsOf } from '../s360/index.js';
import type { Vouched } from './sign-in.providers.js';

/** What a login leaves behind to be asked by again. */
interface Remembered {
  readonly uniqueToken: string;
  readonly identification: string;
}

export const toAuthenticate = (
  { login, password, isRemembered }: SignInProof,
  pointOfSalesId: string,
): ArgumentsOf<'authenticate'> => ({
  contactAuthenticationData: { pointOfSalesId, rememberMe: isRemembered, login, password },
});

/** @param renewal as `toVouched` gave it */
export function toAuthenticateAgain(renewal: string, pointOfSalesId: string): ArgumentsOf<'authenticate'> {
  const remembered = JSON.parse(renewal) as Remembered;
  return { contactAuthenticationData: { pointOfSalesId, rememberMe: true, ...remembered } };
}

/** The answer of authenticate. GUESS: without both of the two there is nothing to come back with. */
export function toVouched({ contactNumber, uniqueToken, identification }: AnswerOf<'authenticate'>): Vouched {
  const isRemembered = uniqueToken && identification;
  return { contactNumber, renewal: isRemembered ? JSON.stringify({ uniqueToken, identification }) : null };
}

/**
 * What a failed call about a login means: a refusal is about what was typed, whatever S-360 says of it, so that nobody can tell a login
 * that there is from one that there is not. Any other failure is given back as it is.
 */
export function toLoginProblem(error: unknown, code: ProblemCode & `${string}-refused`): unknown {
  if (!isRefusal(error)) return error;
  return new ProblemError(code, {}, { cause: error.cause, message: refusalCode(error) });
}
