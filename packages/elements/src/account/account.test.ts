import { expect } from '@open-wc/testing';
import type { Sign } from '@s360-widgets/client';
import { html } from 'lit';
import { shop } from '../pieces/purchase.fixture.js';
import { type Answers, clearPages, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './account.js';

const tokens = { accessToken: 'access-1', accessSeconds: 300, refreshToken: 'refresh-1' };
const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' };
const offered = { ...shop, signInWays: ['password' as const], shopUrl: 'https://shop.example.org' };

/** The headers that a call was signed with. */
const signed = (call: unknown) => (call as { sign: Sign }).sign('PUT', '/v1/session');

async function show(answers: Answers = {}, lang: 'en' | 'fr' = 'en') {
  const shown = await shopWith(html`<s360-account><a href="#shop">The shop</a></s360-account>`, {
    lang,
    answers: {
      getShop: offered,
      signIn: tokens,
      getAccount: ada,
      signOut: {},
      changePassword: {},
      ...answers,
    },
  });
  const element = shown.page.querySelector('s360-account')!;
  const see = within(element);
  const until = async (isThere: () => boolean) => {
    for (let tries = 0; tries < 300 && !isThere(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await settled(shown.page);
    }
    expect(isThere(), see.text).to.equal(true);
  };
  const root = element.shadowRoot!;
  const press = (name: string) => {
    const button = [...root.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
    expect(button, name).to.exist;
    button!.click();
  };
  const type = (id: string, value: string) => {
    const input = root.querySelector<HTMLInputElement>(`#${id}`)!;
    input.value = value;
    input.dispatchEvent(new Event('input'));
  };
  const signIn = async () => {
    await until(() => see.has('#password'));
    type('email', ada.email);
    type('password', 'engine');
    press('Sign in');
  };
  return { ...shown, element, see, until, root, press, type, signIn };
}

describe('<s360-account>', () => {
  afterEach(clearPages);

  it('signs in with email and password, and greets', async () => {
    const shown = await show();
    await shown.signIn();
    await shown.until(() => shown.see.text.includes('Hello Ada'));
    const call = shown.calls.find(({ name }) => name === 'signIn')!;
    expect(call.given.body).to.deep.equal({
      ...{ way: 'password', login: ada.email, password: 'engine' },
      isRemembered: false,
    });
    expect((await signed(call.given)).dpop).to.match(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    await expect(shown.element).shadowDom.to.be.accessible();
  });

  it('offers fields that browsers and password managers know', async () => {
    const { root, until, see, element } = await show();
    await until(() => see.has('#password'));
    const tokensOf = [...root.querySelectorAll('input.input')].map((input) =>
      input.getAttribute('autocomplete'),
    );
    expect(tokensOf).to.deep.equal(['username', 'current-password']);
    expect(root.querySelector<HTMLInputElement>('#password')!.type).to.equal('password');
    expect(root.querySelector('a')!.href).to.equal('https://shop.example.org/');
    await expect(element).shadowDom.to.be.accessible();
  });

  it('says what is missing, at the field, and leads there', async () => {
    const { until, see, press, root, calls } = await show();
    await until(() => see.has('#password'));
    press('Sign in');
    await until(() => see.text.includes('Enter your email address.'));
    expect(root.activeElement?.id).to.equal('email');
    expect(calls.some(({ name }) => name === 'signIn')).to.equal(false);
  });

  it('says that email and password don’t belong together, and keeps what was typed', async () => {
    const shown = await show({ signIn: refuse('sign-in-refused') });
    await shown.signIn();
    await shown.until(() => shown.see.text.includes('don’t belong together'));
    expect(shown.root.querySelector<HTMLInputElement>('#email')!.value).to.equal(ada.email);
    await expect(shown.element).shadowDom.to.be.accessible();
  });

  it('tells the page of it, without a word about the person', async () => {
    const shown = await show();
    const heard: [name: string, detail: object][] = [];
    shown.store.onFact(({ name, detail }) => {
      if (name.startsWith('signed-')) heard.push([name, detail]);
    });
    await shown.signIn();
    await shown.until(() => shown.see.text.includes('Hello Ada'));
    shown.press('Sign out');
    await shown.until(() => shown.see.has('#password'));
    expect(heard).to.deep.equal([
      ['signed-in', {}],
      ['signed-out', {}],
    ]);
    expect(shown.calls.some(({ name }) => name === 'signOut')).to.equal(true);
    expect(shown.see.text).not.to.contain('Ada');
    expect(shown.root.querySelector<HTMLInputElement>('#password')!.value).to.equal('');
  });

  it('changes the password of who knows the one before', async () => {
    const shown = await show();
    await shown.signIn();
    await shown.until(() => shown.see.text.includes('Hello Ada'));
    shown.press('Change password');
    await shown.until(() => shown.see.has('#next'));
    await expect(shown.element).shadowDom.to.be.accessible();
    shown.type('current', 'engine');
    shown.type('next', 'difference engine');
    shown.press('Save new password');
    await shown.until(() => shown.see.text.includes('Your password is changed'));
    const { given } = shown.calls.find(({ name }) => name === 'changePassword')!;
    expect(given.body).to.deep.equal({ currentPassword: 'engine', newPassword: 'difference engine' });
  });

  it('says that the password was not changed, and lets it be tried again', async () => {
    const shown = await show({ changePassword: refuse('password-refused') });
    await shown.signIn();
    await shown.until(() => shown.see.text.includes('Hello Ada'));
    shown.press('Change password');
    await shown.until(() => shown.see.has('#next'));
    shown.type('current', 'wrong');
    shown.type('next', 'other');
    shown.press('Save new password');
    await shown.until(() => shown.see.text.includes('The password was not changed'));
  });

  it('shows its own content where the relay offers no sign-in', async () => {
    const { until, see } = await show({ getShop: shop });
    await until(() => see.has('slot'));
    expect(see.has('form')).to.equal(false);
  });

  it('speaks French', async () => {
    const { until, see } = await show({}, 'fr');
    await until(() => see.text.includes('Mot de passe'));
    expect(see.text).to.contain('Rester connecté sur cet appareil');
  });
});
