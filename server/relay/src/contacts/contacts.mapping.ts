/** Contacts of S-360 and the contract's, both ways. Words of S-360 end here. */
import { ProblemError, type Address, type Contact } from '@s360-widgets/contract';
import { isRefusal, namedByRefusal, type AnswerOf, type ArgumentsOf } from '../s360/index.js';

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

type SaveArguments = ArgumentsOf<'saveIndividualContact'>;

/**
 * Arguments of saveIndividualContact. What of a contact could not be read is left out, never overwritten with nothing. Without an address the country goes alone, since S-360 keeps countries in addresses
 * only (GUESS, as the whole operation: docs/decisions/0001).
 */
export function toSaveContact(
  { contact, address }: SavedContact,
  head: { pointOfSalesId: string; contactNumber?: string; language: string },
): SaveArguments {
  return {
    ...(head.contactNumber ? { contactNumber: head.contactNumber } : {}),
    pointOfSalesId: head.pointOfSalesId,
    individualContact: {
      ...(contact.email ? { email: contact.email } : {}),
      ...(contact.firstName ? { firstName: contact.firstName } : {}),
      language: head.language,
      ...(contact.lastName ? { lastName: contact.lastName } : {}),
      ...(contact.phone ? { phone: contact.phone } : {}),
    },
    address: address ? toContactAddress(address) : { countryCode: contact.countryCode, main: true },
  };
}

function toContactAddress(address: Address): SaveArguments['address'] {
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

/** The answer of saveIndividualContact. */
export function toContactKey({
  contactNumber,
  contactAddressId,
}: AnswerOf<'saveIndividualContact'>): ContactKey {
  return { contactNumber, contactAddressId: contactAddressId ?? null };
}

/**
 * The answer of getContactData. A field that can't be read is empty and costs itself alone.
 * @param contactAddressId the address to take; else the main one, else the first
 * @throws ProblemError where nothing of the person can be read
 */
export function toSavedContact(
  { individualContact: person, addresses }: AnswerOf<'getContactData'>,
  contactAddressId: string | null,
): SavedContact {
  if (!person.email && !person.firstName && !person.lastName)
    throw new ProblemError('box-office-refused', {}, { message: 'nothing of a contact can be read' });
  const { email = '', firstName = '', lastName = '', phone } = person;
  const address = addressOf(addresses, contactAddressId);
  const countryCode = address?.countryCode ?? '';
  return {
    contact: { email, firstName, lastName, ...(phone ? { phone } : {}), countryCode },
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

type ContactAddress = AnswerOf<'getContactData'>['addresses'][number];

const addressOf = (addresses: readonly ContactAddress[], id: string | null): ContactAddress | undefined =>
  addresses.find(({ contactAddressId }) => id !== null && contactAddressId === id) ??
  addresses.find(({ main }) => main) ??
  addresses[0];

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
 * What a failed saveIndividualContact means: a refusal is about the fields that it names as the call did. Any other failure is given
 * back as it is.
 */
export function toContactProblem(error: unknown): unknown {
  if (!isRefusal(error)) return error;
  const names = namedByRefusal(error);
  const named = Object.entries(paths).filter(([field]) => names?.has(field));
  const fields = named.map(([, path]) => ({ path, reason: 'refused by the box office' }));
  return new ProblemError('contact-refused', fields.length > 0 ? { fields } : {}, { cause: error.cause });
}
