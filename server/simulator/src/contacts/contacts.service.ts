import { secretId } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import { checkDetails, contactData } from './contact.view.js';
import {
  type Address,
  type Contact,
  type ContactBook,
  type ContactCriteria,
  hasLogin,
  type Individual,
} from './contact-book.js';

/** GUESS as a whole: how contacts are created is in no source that could be read. */
interface SaveArgs {
  contactNumber?: string;
  individualContact?: Individual;
  address?: Partial<Address>;
}

/** The holder of a ticket; `identifier` is the caller's own key and comes back in the map. With a number, a contact that is there. */
interface CulturalContact {
  identifier?: string;
  contactNumber?: string;
  createLogin?: boolean;
  firstName?: string;
  lastName?: string;
  email?: string;
}

/** ContactInformationPublicService v2_21. */
export function contactsService(contacts: ContactBook): Handlers {
  return {
    /** Documented. Holders need a name, no e-mail. */
    createCulturalContact({ contactDataList }: { contactDataList?: CulturalContact[] }) {
      const holders = holdersIn(required(contactDataList, 'contactDataList'), contacts);
      const kept = holders.map((holder) => ({
        contact: keptHolder(holder, contacts),
        identifier: holder.identifier,
      }));
      const identified = kept.flatMap(({ contact, identifier }): [string, string][] =>
        identifier === undefined ? [] : [[identifier, contact.contactNumber]],
      );
      return {
        culturalContactData: kept.map(({ contact }) => contactData(contact, ['ADDRESSES'], contacts)),
        identifierContactMap: Object.fromEntries(identified),
      };
    },
    /** GUESS as a whole: gone for good, with the login and everything personal. */
    deleteContact({ contactNumber }: { contactNumber?: string }) {
      contacts.remove(contacts.get(required(contactNumber, 'contactNumber')));
      return {};
    },
    /** Documented; the fields of individualContact are GUESS. Addresses, choices and links come only when asked for. */
    getContactData({ contactNumber, details = [] }: { contactNumber?: string; details?: string[] }) {
      checkDetails(details);
      return contactData(contacts.get(required(contactNumber, 'contactNumber')), details, contacts);
    },
    /** Creates without contactNumber; else changes the fields that are given and adds the address. */
    saveIndividualContact: (args: SaveArgs) => saved(contacts, args),
    /** Attested by name. GUESS: all that is given must fit, and something must be; who fits is told as by getContactData. */
    searchContact({ fileContactNumber, email, firstName, lastName }: ContactCriteria) {
      required(fileContactNumber ?? email ?? firstName ?? lastName, 'email');
      const found = contacts.find({ fileContactNumber, email, firstName, lastName });
      return { contacts: found.map((contact) => contactData(contact, ['ADDRESSES'], contacts)) };
    },
  };
}

function saved(contacts: ContactBook, { contactNumber, individualContact, address }: SaveArgs): object {
  const given = required(individualContact, 'individualContact');
  const known = contactNumber === undefined ? undefined : contacts.get(contactNumber);
  const individual = checked({ ...known?.individual, ...given }, true);
  if (known && hasLogin(known)) contacts.checkLogin(individual.email, known);
  const place = address && checkedAddress(address);
  const contact = known ?? contacts.create(individual);
  contact.individual = individual;
  const kept = place && contacts.addAddress(contact, place);
  return {
    contactNumber: contact.contactNumber,
    contactId: contact.contactId,
    contactAddressId: kept?.contactAddressId,
  };
}

/** A holder who may be kept so. */
interface Holder {
  identifier: string | undefined;
  createLogin: boolean;
  known: Contact | undefined;
  individual: Individual;
}

/** All are checked before one is kept. A known number keeps what is not given. */
function holdersIn(list: readonly CulturalContact[], contacts: ContactBook): Holder[] {
  const holders = list.map(({ identifier, contactNumber, createLogin = false, ...data }) => {
    const { firstName, lastName, email } = data;
    const given = Object.entries({ firstName, lastName, email }).filter(([, value]) => value !== undefined);
    const known = contactNumber === undefined ? undefined : contacts.get(contactNumber);
    const individual = checked({ ...known?.individual, ...Object.fromEntries(given) }, createLogin);
    if (createLogin || (known && hasLogin(known))) contacts.checkLogin(individual.email, known);
    return { identifier, createLogin, known, individual };
  });
  const logins = holders.flatMap(({ createLogin, individual: { email } }) =>
    createLogin && email !== undefined ? email.toLowerCase() : [],
  );
  if (new Set(logins).size < logins.length)
    throw new Refusal('error.sim.loginTaken', 'two logins with one e-mail');
  return holders;
}

/** GUESS: a login that is asked for has a password that nobody knows yet. */
function keptHolder({ known, individual, createLogin }: Holder, contacts: ContactBook): Contact {
  const contact = known ?? contacts.create(individual);
  contact.individual = individual;
  if (createLogin) contact.password ??= secretId();
  return contact;
}

/** Names are always needed, an e-mail for those who buy. */
export function checked(individual: Individual, isEmailNeeded: boolean): Individual {
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
