import type { Clock } from '../clock.js';
import { type Ids, secretId } from '../ids.js';
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

/** What a visitor comes back with: neither is of use alone. */
export interface RememberedLogin {
  uniqueToken: string;
  identification: string;
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
  remembered?: RememberedLogin & { since: number };
}

/** A visitor with a login, there from the start, for demonstrations. */
export const DEMO_LOGIN = { email: 'camille.martin@example.org', password: 'demo-visitor' };

/** Documented as a month at most. */
const REMEMBERED_MS = 30 * 86_400_000;

/** Contact numbers count from here; the demo login is the first. */
const FIRST_NUMBER = 9001;

/** The institution's contacts. */
export class ContactBook {
  readonly #contacts = new Map<string, Contact>();

  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    this.reset();
  }

  create(individual: Individual): Contact {
    const contactNumber = String(FIRST_NUMBER + this.#contacts.size);
    const contact = {
      contactNumber,
      contactId: this.ids.next(),
      individual,
      addresses: [],
      createdAt: this.clock.now(),
    };
    this.#contacts.set(contactNumber, contact);
    return contact;
  }

  /** Throws contactNotFound. */
  get(contactNumber: string | undefined): Contact {
    const contact = this.#contacts.get(contactNumber ?? '');
    if (!contact) throw new Refusal('error.sim.contactNotFound', `contact ${contactNumber} is unknown`);
    return contact;
  }

  address(contactAddressId: string): Address | undefined {
    const addresses = [...this.#contacts.values()].flatMap((contact) => contact.addresses);
    return addresses.find((address) => address.contactAddressId === contactAddressId);
  }

  /** The newest address is the main one. */
  addAddress(contact: Contact, address: Omit<Address, 'contactAddressId'>): Address {
    const kept = { ...address, contactAddressId: this.ids.next() };
    contact.addresses.unshift(kept);
    return kept;
  }

  /** Only one contact can have a login with a given e-mail. */
  byLogin(email: string): Contact | undefined {
    const wanted = email.trim().toLowerCase();
    const withLogin = [...this.#contacts.values()].filter((contact) => contact.password !== undefined);
    return withLogin.find((contact) => contact.individual.email?.toLowerCase() === wanted);
  }

  /** A new remembered login voids those before it. */
  remember(contact: Contact): RememberedLogin {
    const remembered = { uniqueToken: secretId(), identification: secretId() };
    contact.remembered = { ...remembered, since: this.clock.now() };
    return remembered;
  }

  byRemembered({ uniqueToken, identification }: RememberedLogin): Contact | undefined {
    const isIt = ({ remembered }: Contact) =>
      remembered?.uniqueToken === uniqueToken &&
      remembered.identification === identification &&
      this.clock.now() - remembered.since <= REMEMBERED_MS;
    return [...this.#contacts.values()].find(isIt);
  }

  reset(): void {
    this.#contacts.clear();
    const name = { title: 'MS', firstName: 'Camille', lastName: 'Martin' };
    const camille = this.create({ ...name, email: DEMO_LOGIN.email, language: 'fr' });
    camille.password = DEMO_LOGIN.password;
  }
}
