import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import { Refusal } from '../refusal.js';

/** GUESS as a whole: the fields of the vendor's IndividualContactData are not known. */
export interface Individual {
  title?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  language?: string;
}

/** The fields of ContactAddressData that a caller gives. */
export interface Address {
  contactAddressId: string;
  countryCode?: string;
  street1?: string;
  street2?: string;
  street3?: string;
  street4?: string;
  town?: string;
  zipCode?: string;
  name?: string;
}

export interface Contact {
  /** Up to 20 characters, digits in practice; not the technical contactId. */
  contactNumber: string;
  contactId: string;
  individual: Individual;
  addresses: Address[];
  createdAt: number;
  /** Contacts with a login can authenticate. */
  password?: string;
  /** Remembered logins. A new one voids those before it. */
  uniqueToken?: string;
}

export interface ContactBook {
  create(individual: Individual): Contact;
  /** Throws contactNotFound. */
  get(contactNumber: string | undefined): Contact;
  address(contactAddressId: string): Address | undefined;
  addAddress(contact: Contact, address: Omit<Address, 'contactAddressId'>): Address;
  byEmail(email: string): Contact | undefined;
  byToken(token: string): Contact | undefined;
  reset(): void;
}

/** A visitor with a login, there from the start, for demonstrations. */
export const DEMO_LOGIN = { email: 'camille.martin@example.org', password: 'demo-visitor' };

export function createContactBook(ids: Ids, clock: Clock): ContactBook {
  const contacts = new Map<string, Contact>();
  let lastNumber = 9000;

  function create(individual: Individual): Contact {
    lastNumber += 1;
    const contactNumber = String(lastNumber);
    const contact = {
      contactNumber,
      contactId: ids.next(),
      individual,
      addresses: [],
      createdAt: clock.now(),
    };
    contacts.set(contactNumber, contact);
    return contact;
  }

  function reset(): void {
    contacts.clear();
    const camille = create({
      title: 'MS',
      firstName: 'Camille',
      lastName: 'Martin',
      email: DEMO_LOGIN.email,
      language: 'fr',
    });
    camille.password = DEMO_LOGIN.password;
  }

  reset();
  return {
    create,
    get(contactNumber) {
      const contact = contacts.get(contactNumber ?? '');
      if (!contact) throw new Refusal('error.sim.contactNotFound', `contact ${contactNumber} is unknown`);
      return contact;
    },
    address(contactAddressId) {
      for (const { addresses } of contacts.values()) {
        const address = addresses.find((candidate) => candidate.contactAddressId === contactAddressId);
        if (address) return address;
      }
      return undefined;
    },
    addAddress(contact, address) {
      const kept = { ...address, contactAddressId: ids.next() };
      contact.addresses.unshift(kept);
      return kept;
    },
    byEmail(email) {
      const wanted = email.trim().toLowerCase();
      const withLogin = [...contacts.values()].filter((contact) => contact.password !== undefined);
      return withLogin.find((contact) => contact.individual.email?.toLowerCase() === wanted);
    },
    byToken: (token) => [...contacts.values()].find((contact) => contact.uniqueToken === token),
    reset,
  };
}
