/** Contacts: what the relay sends of them, and reads. */
import { countryCode } from '@s360-widgets/contract';
import * as z from 'zod';
import { reading } from '../answer.js';
import { guessed, seenIn, stated } from '../paths.js';
import { wireId, type TolerantSchemas } from '../reading.js';
import { id } from './values.js';

const text = z.string();

/** GUESS, as the whole operation (docs/decisions/0001): S-360 keeps countries in addresses only. */
export const saveIndividualContact = {
  args: guessed(
    z.strictObject({
      /** Absent = a new contact. */
      contactNumber: text.optional(),
      pointOfSalesId: id,
      individualContact: z.strictObject({
        email: text.optional(),
        firstName: text.optional(),
        lastName: text.optional(),
        language: text,
        phone: text.optional(),
      }),
      address: z.strictObject({
        countryCode: text,
        main: z.boolean(),
        shippingAddress: z.boolean().optional(),
        street1: text.optional(),
        street2: text.optional(),
        town: text.optional(),
        zipCode: text.optional(),
      }),
    }),
  ),
  answer: reading(() =>
    guessed(z.object({ contactNumber: text.min(1), contactAddressId: stated(wireId.optional()) })),
  ),
};

/** GUESS: in small letters or with spaces it is the same country. */
const country = text.transform((code) => code.trim().toUpperCase()).pipe(countryCode);

/** A field that can't be read costs itself alone. */
function contactData({ list, optional }: TolerantSchemas) {
  const textOf = (what: string) => optional(text.trim(), what);
  const address = z.object({
    contactAddressId: stated(optional(wireId, 'id of an address')),
    main: optional(z.boolean(), 'mark of the main address'),
    countryCode: stated(optional(country, 'country of an address')),
    street1: stated(textOf('street of an address')),
    street2: textOf('second line of an address'),
    town: stated(textOf('town of an address')),
    zipCode: stated(textOf('postcode of an address')),
  });
  const individual = z.object({
    email: stated(textOf('email of a contact')),
    firstName: stated(textOf('first name of a contact')),
    lastName: stated(textOf('last name of a contact')),
    phone: textOf('phone of a contact'),
  });
  return seenIn(
    'reference',
    z.object({
      // GUESS: what it holds.
      individualContact: guessed(individual),
      addresses: stated(list(address, 'address of a contact')),
    }),
  );
}

export const getContactData = {
  args: seenIn(
    'pages',
    z.strictObject({ contactNumber: text, details: z.array(z.enum(['GENERAL', 'ADDRESSES'])) }),
  ),
  answer: reading(contactData),
};
