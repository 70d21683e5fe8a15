import { Refusal } from '../refusal.js';
import { type Address, type Contact, type ContactBook, hasLogin } from './contact-book.js';

/** The documented words of `details`. GENERAL is what is always told; nothing is known here for those that are not read below. */
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

export function checkDetails(details: readonly string[]): void {
  const unknown = details.find((detail) => !DETAILS.has(detail));
  if (unknown) throw new Refusal('error.sim.invalidParameter', `details ${unknown} is unknown`);
}

/** The words of role, state and type are GUESS. */
export function contactData(contact: Contact, details: readonly string[], contacts: ContactBook): object {
  const asked = (detail: string, list: () => object[]) => (details.includes(detail) ? list() : []);
  return {
    addresses: asked('ADDRESSES', () => contact.addresses.map(addressData)),
    authorizations: asked('AUTHORIZATIONS', () => authorizations(contact)),
    contactConnections: asked('CONNECTIONS', () => connections(contact, contacts)),
    contactCriteria: asked('CRITERIA', () => criteria(contact)),
    contactId: contact.contactId,
    contactNumber: contact.contactNumber,
    creationDate: contact.createdAt,
    financialData: details.includes('FINANCIAL') ? { balance: 0 } : undefined,
    guest: !hasLogin(contact),
    hasAdvantages: false,
    hasWarning: false,
    indicators: asked('INDICATORS', () => [{ code: 'LOGIN', value: hasLogin(contact) }]),
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

const authorizations = (contact: Contact): object[] =>
  [...contact.authorizations].map(([authorizationCode, allowed]) => ({ allowed, authorizationCode }));

/** GUESS: those that are chosen. */
const criteria = (contact: Contact): object[] =>
  [...contact.criteria].map((criterionCode) => ({ criterionCode, selected: true }));

/** GUESS: told on both sides, each naming what the other is. */
function connections(contact: Contact, contacts: ContactBook): object[] {
  const { parentNumber } = contact;
  const parents = parentNumber === undefined ? [] : [contacts.get(parentNumber)];
  const told = (connectionType: string) => (other: Contact) => ({
    connectionType,
    contactNumber: other.contactNumber,
    firstName: other.individual.firstName,
    lastName: other.individual.lastName,
  });
  return [...parents.map(told('PARENT')), ...contacts.subsidiariesOf(contact).map(told('SUBSIDIARY'))];
}
