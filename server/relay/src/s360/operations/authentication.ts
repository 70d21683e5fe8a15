/** Logins and passwords: never in a log, nor in what is written down of a call. */
import * as z from 'zod';
import { reading, success } from '../answer.js';
import { seenIn } from '../paths.js';
import { id } from './values.js';

const text = z.string();

/**
 * By login and password, or by what a login before has left: each of those is good once and answers with the next, for a month at most. A
 * write: a wrong password may count, and what was left is gone with it.
 */
export const authenticate = {
  args: seenIn(
    'reference',
    z.strictObject({
      contactAuthenticationData: z.strictObject({
        pointOfSalesId: id,
        rememberMe: z.boolean(),
        login: text.optional(),
        password: text.optional(),
        uniqueToken: text.optional(),
        identification: text.optional(),
      }),
    }),
  ),
  answer: reading(() =>
    seenIn(
      'reference',
      z.object({
        contactNumber: text.trim().min(1),
        uniqueToken: text.optional(),
        identification: text.optional(),
      }),
    ),
  ),
};

export const changePassword = {
  args: seenIn(
    'reference',
    z.strictObject({ contactNumber: text, currentPassword: text, newPassword: text }),
  ),
  answer: success,
};
