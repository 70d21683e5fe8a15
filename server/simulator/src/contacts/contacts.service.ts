import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import type { Address, Contact, ContactBook, Individual } from './contact-book.js';

/** GUESS as a whole: how contacts are created is in no source that could be read. */
interface SaveArgs {
  contactNumber?: string;
  individualContact?: Individual;
  address?: Partial<Address>;
}

/** The holder of a ticket; `identifier` is the caller's own key and comes back in the map. */
interface CulturalContact {
  identifier?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
}

/** The documented words of `details`. Only ADDRESSES adds something here. */
const DETAILS = new Set([
  ...[
    'GENERAL',
    'QUALITIES',
    'AUTHORIZATIONS',
    'CRITERIA',
    'INDICATORS',
    'ADVANTAGES',
    'ADDRESSES',
    'COM_MEANS',
  ],
  ...['FINANCIAL', 'CONNECTIONS', 'INDIVIDUAL_PHOTO', 'INVALIDATED_QUALITIES'],
]);

/** ContactInformationPublicService v2_21. */
export function contactsService(contacts: ContactBook): Handlers {
  return {
    /** Documented. Holders need a name, no e-mail. */
    createCulturalContact({ contactDataList }: { contactDataList?: CulturalContact[] }) {
      const created = required(contactDataList, 'contactDataList').map((data) => {
        const { firstName, lastName, email } = data;
        const contact = contacts.create(checked({ firstName, lastName, email }, false));
        return { contact, identifier: data.identifier };
      });
      const identified = created.flatMap(({ contact, identifier }): [string, string][] =>
        identifier === undefined ? [] : [[identifier, contact.contactNumber]],
      );
      return {
        culturalContactData: created.map(({ contact }) => contactData(contact, true)),
        identifierContactMap: Object.fromEntries(identified),
      };
    },
    /** Documented; the fields of individualContact are GUESS. Addresses come only when asked for. */
    getContactData({ contactNumber, details = [] }: { contactNumber?: string; details?: string[] }) {
      const unknown = details.find((detail) => !DETAILS.has(detail));
      if (unknown) throw new Refusal('error.sim.invalidParameter', `details ${unknown} is unknown`);
      const contact = contacts.get(required(contactNumber, 'contactNumber'));
      return contactData(contact, details.includes('ADDRESSES'));
    },
    /** Creates without contactNumber; else changes the fields that are given and adds the address. */
    saveIndividualContact({ contactNumber, individualContact, address }: SaveArgs) {
      const given = required(individualContact, 'individualContact');
      const known = contactNumber === undefined ? undefined : contacts.get(contactNumber);
      const individual = checked({ ...known?.individual, ...given }, true);
      const contact = known ?? contacts.create(individual);
      contact.individual = individual;
      const kept = address && contacts.addAddress(contact, checkedAddress(address));
      return {
        contactNumber: contact.contactNumber,
        contactId: contact.contactId,
        contactAddressId: kept?.contactAddressId,
      };
    },
  };
}

/** Names are always needed, an e-mail for those who buy. */
function checked(individual: Individual, isEmailNeeded: boolean): Individual {
  required(individual.firstName?.trim(), 'firstName');
  required(individual.lastName?.trim(), 'lastName');
  if (isEmailNeeded) required(individual.email, 'email');
  if (individual.email && !/^[^\s@]+@[^\s@]+$/.test(individual.email)) {
    throw new Refusal('error.sim.invalidParameter', 'email is not an address');
  }
  return individual;
}

/** A country code is needed, since shipment modes go by it. */
function checkedAddress(address: Partial<Address>): Omit<Address, 'contactAddressId'> {
  const countryCode = required(address.countryCode, 'countryCode');
  if (!/^[A-Z]{2}$/.test(countryCode))
    throw new Refusal('error.sim.invalidParameter', 'countryCode has two letters');
  return { ...address, countryCode };
}

/** The words of role, state and type are GUESS. */
function contactData(contact: Contact, withAddresses: boolean): object {
  return {
    addresses: withAddresses ? contact.addresses.map(addressData) : [],
    contactId: contact.contactId,
    contactNumber: contact.contactNumber,
    creationDate: contact.createdAt,
    hasAdvantages: false,
    hasWarning: false,
    individualContact: contact.individual,
    role: 'PUBLIC',
    state: 'ACTIVE',
    type: 'INDIVIDUAL',
  };
}

/** The newest address comes first and is the main one. */
function addressData(address: Address, index: number): object {
  const lines = [address.street1, address.street2, address.street3, address.street4];
  const town = [address.zipCode, address.town].filter(Boolean).join(' ');
  const formattedAddress = [...lines, town, address.countryCode].filter(Boolean).join(', ');
  return {
    ...address,
    formattedAddress,
    main: index === 0,
    billingAddress: index === 0,
    shippingAddress: index === 0,
  };
}
