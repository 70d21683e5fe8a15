import { secretId } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import type { Credentials } from '../wire/auth.js';
import type { Handlers } from '../wire/dispatch.js';
import type { Contact, ContactBook } from './contact-book.js';

/** Of the documented fields, those that the simulator looks at. */
interface Authentication {
  login?: string;
  password?: string;
  uniqueToken?: string;
  identification?: string;
  rememberMe?: boolean;
  /** Of the login: its contact's number does as well as its e-mail (GUESS). */
  contactNumber?: string;
  contactTypeScope?: string;
  identityProvider?: string;
  providerUserReference?: string;
  /** An operator's own login, by the code and secret of the services. */
  operatorLogin?: boolean;
}

/** The documented words; nobody here is a STRUCTURE. */
const SCOPES = ['ANY', 'INDIVIDUAL', 'STRUCTURE'];

/** What the service works with. */
export interface AuthenticationParts {
  contacts: ContactBook;
  credentials: Credentials;
}

/** All three are mandatory. */
interface PasswordArgs {
  contactNumber?: string;
  currentPassword?: string;
  newPassword?: string;
}

/**
 * ContactAuthenticationPublicService v2_21: by login and password, by a remembered token and its identification, which are then replaced, or
 * by the word of another house.
 */
export function authenticationService({ contacts, credentials }: AuthenticationParts): Handlers {
  return {
    authenticate({ contactAuthenticationData }: { contactAuthenticationData?: Authentication }) {
      const data = required(contactAuthenticationData, 'contactAuthenticationData');
      if (data.operatorLogin) return operator(data, credentials);
      const contact = find(data, contacts);
      const { contactNumber } = contact;
      if (!data.rememberMe && !data.uniqueToken) return { contactNumber, identification: secretId() };
      return { contactNumber, ...contacts.remember(contact) };
    },
    /** GUESS as a whole: a login under the contact's own e-mail. Whoever has one changes its password instead. */
    createLogin({ contactNumber, password }: { contactNumber?: string; password?: string }) {
      const contact = contacts.get(required(contactNumber, 'contactNumber'));
      const given = required(password, 'password');
      contacts.checkLogin(required(contact.individual.email, 'email'), contact);
      if (contact.password !== undefined)
        throw new Refusal('error.sim.loginTaken', `contact ${contactNumber} has a login`);
      contact.password = given;
      return {};
    },
    /** Needs the current password. A remembered token stays good. */
    changePassword({ contactNumber, currentPassword, newPassword }: PasswordArgs) {
      const contact = contacts.get(required(contactNumber, 'contactNumber'));
      if (
        contact.password === undefined ||
        contact.password !== required(currentPassword, 'currentPassword')
      ) {
        throw new Refusal('error.sim.authenticationFailed', 'wrong password');
      }
      contact.password = required(newPassword, 'newPassword');
      return {};
    },
  };
}

/** The same answer for a wrong password and for a login that nobody has. */
function find(data: Authentication, contacts: ContactBook): Contact {
  const { contactTypeScope: scope = 'ANY' } = data;
  if (!SCOPES.includes(scope))
    throw new Refusal('error.sim.invalidParameter', `contactTypeScope ${scope} is unknown`);
  const contact = scope === 'STRUCTURE' ? undefined : claimed(data, contacts);
  if (!contact) throw refused();
  return contact;
}

function claimed(data: Authentication, contacts: ContactBook): Contact | undefined {
  const { login, contactNumber, password, uniqueToken, identification = '' } = data;
  if (uniqueToken) return contacts.byRemembered({ uniqueToken, identification });
  if (data.identityProvider) {
    const providerUserReference = required(data.providerUserReference, 'providerUserReference');
    return contacts.bySocialLink({ provider: data.identityProvider, providerUserReference });
  }
  const named = login
    ? contacts.byLogin(login)
    : contacts.find({ fileContactNumber: required(contactNumber, 'login') })[0];
  return named?.password !== undefined && named.password === password ? named : undefined;
}

/** An operator is no contact: the answer has an identification alone. */
function operator({ login, password }: Authentication, { operator: code, secret }: Credentials): object {
  if (required(login, 'login') !== code || password !== secret) throw refused();
  return { identification: secretId() };
}

const refused = () => new Refusal('error.sim.authenticationFailed', 'unknown login, token or wrong password');
