import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import type { ContactBook, Individual, SocialLink } from './contact-book.js';
import { checked } from './contacts.service.js';

/** The documented enum. */
const PROVIDERS = ['NONE', 'FACEBOOK', 'GOOGLE', 'TWITTER', 'UEFA', 'MDP', 'SWISSPASS', 'ACCOUNT_KIT'];

/** GUESS: the fields of signUpData. */
interface UserArgs extends Partial<SocialLink> {
  signUpData?: Individual;
}

/** ContactSocialLoginService v1_0: logins that another house vouches for. */
export function socialLoginService(contacts: ContactBook): Handlers {
  return {
    /** A reference is one contact's; the same again changes nothing. */
    addLink({ contactNumber, ...args }: Partial<SocialLink> & { contactNumber?: string }) {
      contacts.link(contacts.get(required(contactNumber, 'contactNumber')), linkIn(args));
      return {};
    },
    /** A new contact with that login. Whoever has a login with the e-mail already must be asked for the password, and linked. */
    createUser({ signUpData, ...args }: UserArgs) {
      const individual = checked({ ...required(signUpData, 'signUpData') }, true);
      const link = linkIn(args);
      contacts.checkLogin(individual.email);
      if (contacts.bySocialLink(link))
        throw new Refusal('error.sim.loginTaken', 'the reference is linked to another contact');
      const contact = contacts.create(individual);
      contacts.link(contact, link);
      return { contactNumber: contact.contactNumber };
    },
  };
}

/** NONE stands for no provider at all. */
function linkIn({ provider, providerUserReference }: Partial<SocialLink>): SocialLink {
  const named = required(provider, 'provider');
  if (!PROVIDERS.includes(named) || named === 'NONE')
    throw new Refusal('error.sim.invalidParameter', `provider ${named} is unknown`);
  return {
    provider: named,
    providerUserReference: required(providerUserReference, 'providerUserReference'),
  };
}
