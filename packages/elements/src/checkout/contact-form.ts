import type { Contact } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Words } from '../base/words.js';

export type BuyWords = Words<'buy'>;

/** Texts as typed; empty where nothing was. */
export type ContactDraft = { -readonly [Key in keyof Required<Contact>]: string };

/** What is wrong, by field, in the order of the form. */
export type Errors<Draft> = { [Key in keyof Draft]?: string };

export const emptyContact = (): ContactDraft => ({
  email: '',
  firstName: '',
  lastName: '',
  phone: '',
  countryCode: '',
});

/** As the contract has it: no spaces around, no empty optional field. */
export function toContact(draft: ContactDraft): Contact {
  const { phone, ...rest } = trimmed(draft);
  return phone ? { ...rest, phone } : rest;
}

export function contactErrors({ buy }: BuyWords, draft: ContactDraft): Errors<ContactDraft> {
  const { errors } = buy;
  const { email, firstName, lastName, phone, countryCode } = trimmed(draft);
  return given({
    email: emailError(errors, email),
    firstName: textError(errors, firstName, errors.firstName),
    lastName: textError(errors, lastName, errors.lastName),
    phone: !phone || /^\+?[0-9 ()./-]{5,24}$/.test(phone) ? '' : errors.phone,
    countryCode: countryCode ? '' : errors.country,
  });
}

/** What no ticket can show and the relay refuses: control characters that came along with a paste, half a character. */
const unprintable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** What is wrong with a text that is needed; with `whenEmpty` empty, that it may be left out. */
export function textError(errors: BuyWords['buy']['errors'], text: string, whenEmpty: string): string {
  if (!text) return whenEmpty;
  return unprintable.test(text) ? errors.unprintable : '';
}

/** Says what to do about an address, part by part, as far as it got. */
function emailError(errors: BuyWords['buy']['errors'], email: string): string {
  const [name, domain, ...rest] = email.split('@');
  if (!email) return errors.email;
  if (/\s/.test(email)) return errors.emailSpace;
  if (domain === undefined) return errors.emailAt;
  if (!name) return errors.emailName;
  if (!domain) return errors.emailDomain;
  if (!/\.[^.]{2,}$/.test(domain)) return errors.emailEnd;
  const isGood =
    !rest.length &&
    /^[\w!#$%&'*+/=?^`{|}~.-]+$/.test(name) &&
    /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(domain);
  return isGood && !/^\.|\.\.|\.$/.test(name) ? '' : errors.emailShape;
}

/** The fields that the relay found wrong, by the last part of their path; its reasons are for developers. */
export function refusedFields<Draft extends object>(
  { buy }: BuyWords,
  problem: ProblemError,
  draft: Draft,
): Errors<Draft> {
  const names = (problem.details.fields ?? []).map(({ path }) => path.split('.').at(-1) ?? '');
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(draft, name)).map((name) => [name, buy.errors.check]),
  ) as Errors<Draft>;
}

/** Without spaces around. */
export const trimmed = <Draft extends Record<string, string>>(draft: Draft): Draft =>
  Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, value.trim()])) as Draft;

/** Only what is wrong. */
export const given = <Draft>(errors: Errors<Draft>): Errors<Draft> =>
  Object.fromEntries(Object.entries(errors).filter(([, error]) => error)) as Errors<Draft>;
