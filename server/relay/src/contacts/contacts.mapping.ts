/** Contacts of S-360 and the contract's, both ways. Words of S-360 end here. */
import { ProblemError, type Address, type Contact } from '@s360-widgets/contract';
import * as z from 'zod';
import { S360Refusal, toId, type WireObject } from '../s360/index.js';

/** What S-360 keeps of a visitor, as the relay finds it again. */
export interface ContactKey {
  /** Not an id: up to 20 characters. */
  readonly contactNumber: string;
  readonly contactAddressId: string | null;
}

/** A contact as S-360 answers it. The address is whole or absent: a country alone is none. */
export interface SavedContact {
  readonly contact: Contact;
  readonly address: Address | null;
}

/**
 * Arguments of saveIndividualContact. Without an address the country goes alone, since S-360 keeps countries in addresses
 * only (GUESS, as the whole operation: docs/decisions/0001).
 */
export function toSaveContact(
  { contact, address }: SavedContact,
  head: { pointOfSalesId: string; contactNumber?: string; language: string },
): WireObject {
  return {
    ...(head.contactNumber ? { contactNumber: head.contactNumber } : {}),
    pointOfSalesId: head.pointOfSalesId,
    individualContact: {
      email: contact.email,
      firstName: contact.firstName,
      language: head.language,
      lastName: contact.lastName,
      ...(contact.phone ? { phone: contact.phone } : {}),
    },
    address: address ? toContactAddress(address) : { countryCode: contact.countryCode, main: true },
  };
}

function toContactAddress(address: Address): WireObject {
  return {
    countryCode: address.countryCode,
    main: true,
    shippingAddress: true,
    street1: address.street,
    ...(address.street2 ? { street2: address.street2 } : {}),
    town: address.town,
    zipCode: address.zipCode,
  };
}

const saveResult = z.object({ contactNumber: z.string().min(1), contactAddressId: z.string().optional() });

/** The answer of saveIndividualContact. */
export function toContactKey(answer: unknown): ContactKey {
  const { contactNumber, contactAddressId } = saveResult.parse(answer);
  return { contactNumber, contactAddressId: contactAddressId ? toId(contactAddressId) : null };
}

const contactData = z.object({
  individualContact: z.object({
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    phone: z.string().optional(),
  }),
  addresses: z
    .array(
      z.object({
        contactAddressId: z.string().optional(),
        main: z.boolean().optional(),
        countryCode: z.string().optional(),
        street1: z.string().optional(),
        street2: z.string().optional(),
        town: z.string().optional(),
        zipCode: z.string().optional(),
      }),
    )
    .default([]),
});

/**
 * The answer of getContactData.
 * @param contactAddressId the address to take; else the main one, else the first
 */
export function toSavedContact(answer: unknown, contactAddressId: string | null): SavedContact {
  const { individualContact: person, addresses } = contactData.parse(answer);
  const address =
    addresses.find((each) => each.contactAddressId === contactAddressId) ??
    addresses.find((each) => each.main) ??
    addresses[0];
  const countryCode = address?.countryCode ?? '';
  return {
    contact: {
      email: person.email,
      firstName: person.firstName,
      lastName: person.lastName,
      ...(person.phone ? { phone: person.phone } : {}),
      countryCode,
    },
    address: address?.street1
      ? {
          street: address.street1,
          ...(address.street2 ? { street2: address.street2 } : {}),
          zipCode: address.zipCode ?? '',
          town: address.town ?? '',
          countryCode,
        }
      : null,
  };
}

/** Where the contract has the fields that S-360 may name in a refusal. */
const paths: Record<string, string> = {
  email: 'body.contact.email',
  firstName: 'body.contact.firstName',
  lastName: 'body.contact.lastName',
  phone: 'body.contact.phone',
  countryCode: 'body.contact.countryCode',
  street1: 'body.address.street',
  street2: 'body.address.street2',
  town: 'body.address.town',
  zipCode: 'body.address.zipCode',
};

/**
 * What a failed saveIndividualContact means. GUESS: a refusal's code begins with `error.` and its text names the field that
 * is wrong by its name in the call. Any other failure is given back as it is.
 */
export function toContactProblem(error: unknown): unknown {
  const cause = error instanceof ProblemError ? error.cause : undefined;
  const isRefusal = cause instanceof S360Refusal && cause.statusCode.startsWith('error.');
  if (!isRefusal) return error;
  const words = new Set(cause.detail.match(/[A-Za-z0-9]+/g));
  const named = Object.entries(paths).filter(([field]) => words.has(field));
  const fields = named.map(([, path]) => ({ path, reason: 'refused by the box office' }));
  return new ProblemError('contact-refused', fields.length > 0 ? { fields } : {}, { cause });
}
