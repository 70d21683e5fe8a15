import { expect } from '@open-wc/testing';
import { createFormat } from '../base/format.js';
import { messages as base } from '../locales/en.js';
import { messages as buy } from '../locales/en.buy.js';
import { messages as problems } from '../locales/en.problems.js';
import { refuse } from '../pieces/shop.fixture.js';
import { contactErrors, emptyContact, refusedFields, toContact } from './contact-form.js';
import { addressErrors, emptyAddress, toAddress } from './address-form.js';
import type { CheckoutWords } from './step.js';

const words: CheckoutWords = { lang: 'en', format: createFormat('en'), base, buy, problems };
const good = {
  email: 'elena@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  phone: '',
  countryCode: 'CH',
};
const emailOf = (email: string) => contactErrors(words, { ...good, email }).email;

describe('the contact form', () => {
  it('finds nothing wrong with a contact as people write it', () => {
    for (const email of [
      'a@b.ch',
      'o’neill@example.org'.replace('’', "'"),
      'first.last+tickets@mail.example.co.uk',
    ])
      expect(emailOf(email), email).to.equal(undefined);
    for (const phone of ['+41 79 123 45 67', '079/123.45.67', '(044) 555-01-01'])
      expect(contactErrors(words, { ...good, phone }), phone).to.deep.equal({});
  });

  for (const [email, what] of [
    ['', 'Enter your email address'],
    ['elena', 'Add an @, such as name@example.org'],
    ['@example.org', 'Add the part before the @'],
    ['elena@', 'Add the part after the @, such as example.org'],
    ['elena@example', 'Add the end of the address, such as .org or .com'],
    ['elena@example.', 'Add the end of the address, such as .org or .com'],
    ['elena marchetti@example.org', 'Take the space out of the address'],
    ['elena@@example.org', 'Add the part after the @, such as example.org'],
    ['elena@exa,mple.org', 'Check this address, there is a character that does not belong'],
    ['elena.@example.org', 'Check this address, there is a character that does not belong'],
  ] as const) {
    it(`says what to do about "${email}"`, () => expect(emailOf(email)).to.equal(what));
  }

  it('asks for what is missing, in the order of the form', () => {
    expect(Object.keys(contactErrors(words, emptyContact()))).to.deep.equal([
      'email',
      'firstName',
      'lastName',
      'countryCode',
    ]);
    expect(contactErrors(words, { ...good, firstName: '  ' }).firstName).to.equal('Enter your first name');
  });

  it('says beside a name or an address that a character came along that no ticket can show', () => {
    const what = 'Take out the character that can’t be printed: delete this and type it again';
    for (const bad of ['El\u0002ena', 'Elena\ud83c', '\uffffElena', 'Ele\0na']) {
      const names = contactErrors(words, { ...good, firstName: bad, lastName: bad });
      expect(names, JSON.stringify(bad)).to.deep.equal({ firstName: what, lastName: what });
      const place = addressErrors(words, { street: bad, street2: bad, zipCode: bad, town: bad });
      expect(Object.values(place), JSON.stringify(bad)).to.deep.equal([what, what, what, what]);
    }
    for (const fine of ['Zoë', 'Elena 🎭', '<![CDATA[Eve]]>', 'O’Neill & Sons', '李'])
      expect(contactErrors(words, { ...good, firstName: fine }), fine).to.deep.equal({});
  });

  it('sends no spaces around and no empty fields', () => {
    expect(toContact({ ...good, email: ' elena@example.org ' })).to.deep.equal({
      email: 'elena@example.org',
      firstName: 'Elena',
      lastName: 'Marchetti',
      countryCode: 'CH',
    });
    const address = { ...emptyAddress(), street: 'Lake Road 1', zipCode: '8001', town: 'Zurich' };
    expect(toAddress(address, 'CH')).to.deep.equal({
      street: 'Lake Road 1',
      zipCode: '8001',
      town: 'Zurich',
      countryCode: 'CH',
    });
  });

  it('marks the fields that the relay has refused', () => {
    const problem = refuse('request-invalid', {
      fields: [{ path: 'body.contact.phone', reason: 'pattern' }],
    });
    expect(refusedFields(words, problem, emptyContact())).to.deep.equal({
      phone: 'The box office can’t take this. Check it',
    });
  });
});
