import { secretId } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import type { Contact, ContactBook } from './contact-book.js';

/** Of the documented fields, those that the simulator looks at. */
interface Authentication {
  login?: string;
  password?: string;
  uniqueToken?: string;
  identification?: string;
  rememberMe?: boolean;
}

/** All three are mandatory. */
interface PasswordArgs {
  contactNumber?: string;
  currentPassword?: string;
  newPassword?: string;
}

/** ContactAuthenticationPublicService v2_21: by login and password, or by a remembered token and its identification, which are then replaced. */
export function authenticationService(contacts: ContactBook): Handlers {
  /** The same answer for a wrong password and for a login that nobody has. */
  function find({ login, password, uniqueToken, identification = '' }: Authentication): Contact {
    const contact = uniqueToken
      ? contacts.byRemembered({ uniqueToken, identification })
      : contacts.byLogin(required(login, 'login'));
    if (!contact || (!uniqueToken && contact.password !== password)) {
      throw new Refusal('error.sim.authenticationFailed', 'unknown login, token or wrong password');
    }
    return contact;
  }

  return {
    authenticate({ contactAuthenticationData }: { contactAuthenticationData?: Authentication }) {
      const data = required(contactAuthenticationData, 'contactAuthenticationData');
      const contact = find(data);
      const { contactNumber } = contact;
      if (!data.rememberMe && !data.uniqueToken) return { contactNumber, identification: secretId() };
      return { contactNumber, ...contacts.remember(contact) };
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
