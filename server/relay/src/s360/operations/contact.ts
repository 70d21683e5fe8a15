/** Contacts: what the relay sends of them, and reads. */
import * as z from 'zod';
import { asItCame } from '../answer.js';
import { id } from './values.js';

const text = z.string();

/** GUESS, as the whole operation (docs/decisions/0001): S-360 keeps countries in addresses only. */
export const saveIndividualContact = {
  args: z.strictObject({
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
  answer: asItCame('contactNumber contactAddressId'),
};

export const getContactData = {
  args: z.strictObject({ contactNumber: text, details: z.array(z.enum(['GENERAL', 'ADDRESSES'])) }),
  answer: asItCame(`
    individualContact { email firstName lastName }
    addresses { contactAddressId countryCode street1 zipCode town }`),
};
