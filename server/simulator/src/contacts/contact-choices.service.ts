import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import type { Contact, ContactBook } from './contact-book.js';

/** By what means marketing may be sent, and what qualifies a contact: lists of the institution's own. GUESS: their codes. */
const authorizationCodes = ['EMAIL', 'SMS', 'POST', 'PHONE', 'PARTNER'];
const criterionCodes = ['NEWSLET', 'OPERA', 'CONCERT', 'SPORT', 'FAMILY'];

interface AuthorizationsArgs {
  contactNumber?: string;
  authorizations?: { allowed?: boolean; authorizationCode?: string }[];
}

interface CriteriaArgs {
  contactNumber?: string;
  contactCriteria?: { criterionCode?: string; selected?: boolean }[];
}

interface LinkArgs {
  parentContactNumber?: string;
  contactNumber?: string;
}

/** What people choose about themselves, of ContactInformationPublicService v2_21. GUESS as a whole: only what getContactData tells is attested. */
export function contactChoicesService(contacts: ContactBook): Handlers {
  const find = ({ contactNumber }: { contactNumber?: string }): Contact =>
    contacts.get(required(contactNumber, 'contactNumber'));
  return {
    /** What is not named stays. All are checked before one is changed. */
    updateContactAuthorizations(args: AuthorizationsArgs) {
      const { authorizations } = find(args);
      for (const [code, allowed] of allowedIn(args)) authorizations.set(code, allowed);
      return {};
    },
    /** As with the authorizations. */
    updateContactCriteria(args: CriteriaArgs) {
      const { criteria } = find(args);
      for (const [code, selected] of selectedIn(args))
        if (selected) criteria.add(code);
        else criteria.delete(code);
      return {};
    },
    /** Documented as roles: a subsidiary has one parent, which is nobody's subsidiary itself. */
    linkContacts({ parentContactNumber, contactNumber }: LinkArgs) {
      const parent = contacts.get(required(parentContactNumber, 'parentContactNumber'));
      const contact = find({ contactNumber });
      const isParent = contacts.subsidiariesOf(contact).length > 0;
      if (contact === parent || parent.parentNumber !== undefined || isParent)
        throw new Refusal(
          'error.sim.invalidParameter',
          `${contactNumber} can't be subsidiary to ${parentContactNumber}`,
        );
      contact.parentNumber = parent.contactNumber;
      return {};
    },
    /** From its parent, if it has one. */
    unlinkContacts(args: LinkArgs) {
      find(args).parentNumber = undefined;
      return {};
    },
  };
}

const allowedIn = ({ authorizations }: AuthorizationsArgs): [code: string, allowed: boolean][] =>
  required(authorizations, 'authorizations').map(({ authorizationCode, allowed }) => [
    codeOf(authorizationCode, authorizationCodes, 'authorizationCode'),
    required(allowed, 'allowed'),
  ]);

const selectedIn = ({ contactCriteria }: CriteriaArgs): [code: string, selected: boolean][] =>
  required(contactCriteria, 'contactCriteria').map(({ criterionCode, selected }) => [
    codeOf(criterionCode, criterionCodes, 'criterionCode'),
    required(selected, 'selected'),
  ]);

function codeOf(code: string | undefined, codes: readonly string[], name: string): string {
  const given = required(code, name);
  if (!codes.includes(given)) throw new Refusal('error.sim.invalidParameter', `${name} ${given} is unknown`);
  return given;
}
