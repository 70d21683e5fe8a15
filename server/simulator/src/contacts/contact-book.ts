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

/** Who somebody is to another house: S-360's provider enum, and the id there. */
export interface SocialLink {
  provider: string;
  providerUserReference: string;
}

/** What a contact is looked for by. GUESS but for the e-mail. */
export interface ContactCriteria {
  fileContactNumber?: string;
  email?: string;
  firstName?: string;
  lastName?: string;
}

export interface Contact {
  /** Up to 20 characters, digits in practice; not the technical contactId. */
  contactNumber: string;
  contactId: string;
  individual: Individual;
  addresses: Address[];
  createdAt: number;
  /** Whether marketing may be sent, by the means' code; what was never asked is not in here. */
  authorizations: Map<string, boolean>;
  /** Codes of the criteria that are chosen. */
  criteria: Set<string>;
  /** The number of the individual that this one is subsidiary to. */
  parentNumber?: string;
  /** A password or a link makes a login: such contacts can authenticate. */
  password?: string;
  socialLinks: SocialLink[];
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
  #nextNumber = FIRST_NUMBER;

  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    this.reset();
  }

  create(individual: Individual): Contact {
    const contactNumber = String(this.#nextNumber++);
    const contact = {
      contactNumber,
      contactId: this.ids.next(),
      individual,
      addresses: [],
      createdAt: this.clock.now(),
      authorizations: new Map<string, boolean>(),
      criteria: new Set<string>(),
      socialLinks: [],
    };
    this.#contacts.set(contactNumber, contact);
    return contact;
  }

  /** Its number is never given again; its orders keep it. */
  remove(contact: Contact): void {
    for (const subsidiary of this.subsidiariesOf(contact)) subsidiary.parentNumber = undefined;
    this.#contacts.delete(contact.contactNumber);
  }

  subsidiariesOf({ contactNumber }: Contact): Contact[] {
    return [...this.#contacts.values()].filter(({ parentNumber }) => parentNumber === contactNumber);
  }

  /** Those that fit all that is given, whatever the case of letters. */
  find({ fileContactNumber, email, firstName, lastName }: ContactCriteria): Contact[] {
    return [...this.#contacts.values()].filter(
      ({ contactNumber, individual }) =>
        isSame(contactNumber, fileContactNumber) &&
        isSame(individual.email, email) &&
        isSame(individual.firstName, firstName) &&
        isSame(individual.lastName, lastName),
    );
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

  /** Documented: only one contact can have a login with a given e-mail. */
  byLogin(email: string): Contact | undefined {
    return this.find({ email }).find(hasLogin);
  }

  /** Throws loginTaken where somebody else logs in with that e-mail. */
  checkLogin(email: string | undefined, contact?: Contact): void {
    const holder = email === undefined ? undefined : this.byLogin(email);
    if (holder && holder !== contact)
      throw new Refusal('error.sim.loginTaken', `${email} is the login of another contact`);
  }

  bySocialLink({ provider, providerUserReference }: SocialLink): Contact | undefined {
    const isIt = (link: SocialLink) =>
      link.provider === provider && link.providerUserReference === providerUserReference;
    return [...this.#contacts.values()].find(({ socialLinks }) => socialLinks.some(isIt));
  }

  /** The same link again changes nothing. Throws loginTaken where it is another contact's. */
  link(contact: Contact, link: SocialLink): void {
    const holder = this.bySocialLink(link);
    if (holder === contact) return;
    if (holder) throw new Refusal('error.sim.loginTaken', 'the reference is linked to another contact');
    this.checkLogin(contact.individual.email, contact);
    contact.socialLinks.push(link);
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
    this.#nextNumber = FIRST_NUMBER;
    const name = { title: 'MS', firstName: 'Camille', lastName: 'Martin' };
    const camille = this.create({ ...name, email: DEMO_LOGIN.email, language: 'fr' });
    camille.password = DEMO_LOGIN.password;
  }
}

export const hasLogin = ({ password, socialLinks }: Contact): boolean =>
  password !== undefined || socialLinks.length > 0;

/** What is not asked for fits. */
const isSame = (value: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || value?.toLowerCase() === wanted.trim().toLowerCase();
