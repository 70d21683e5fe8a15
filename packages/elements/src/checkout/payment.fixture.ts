/** A checkout whose provider says what the test wants. */
import { html } from 'lit';
import { paymentStart, readyCart, shop } from '../pieces/purchase.fixture.js';
import { type Answers, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './checkout.js';
import './confirmation-step.js';

export type Settings = { target: HTMLElement; onPaid: () => void; onRefused: () => void; onLeft: () => void };

let count = 0;

/** A provider whose widget says what the test wants. */
export function provider(mount: (settings: Settings) => unknown = () => undefined) {
  const name = `StepPay${++count}`;
  const mounted: Settings[] = [];
  let unmounts = 0;
  Object.assign(window, {
    [name]: {
      mount(settings: Settings) {
        mounted.push(settings);
        settings.target.append('card form');
        mount(settings);
        return { unmount: () => unmounts++ };
      },
    },
  });
  return { start: paymentStart(name), mounted, unmounts: () => unmounts };
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 30));

const checkout = html`<s360-checkout terms-url="#terms" cart-url="#cart" orders-url="#orders"></s360-checkout>`;

/**
 * A checkout at its review.
 * @param kept what the device keeps beside the cart
 */
export async function atReview(answers: Answers, kept: Record<string, unknown> = {}) {
  const shopOf = await shopWith(checkout, {
    kept: { 'cart-token': 't', ...kept },
    answers: { getShop: shop, getCart: readyCart(), ...answers },
  });
  const shown = shopOf.page.querySelector('s360-checkout') as HTMLElement;
  const see = within(shown);
  const rest = async () => {
    await nextTask();
    await settled(shopOf.page);
  };
  await rest();
  const pay = async () => {
    if (!see.get<HTMLInputElement>('#terms').checked) see.get('#terms').click();
    see.button(/Continue to payment/).click();
    await rest();
  };
  return { ...shopOf, shown, see, rest, pay, names: () => shopOf.calls.map(({ name }) => name) };
}

/** The children that hold a payment form. */
export const form = (shown: HTMLElement) => shown.querySelectorAll('[slot="payment"]');
