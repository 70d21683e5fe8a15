/** Every public element that shows something, with data, for what holds for all of them. */
import { html, type TemplateResult } from 'lit';
import { detail, programme } from './pieces/programme.fixture.js';
import { cart, line, order, passLine, shipmentModes, shop, ticket } from './pieces/purchase.fixture.js';
import { type Answers, settled, shopWith, type TestShop } from './pieces/shop.fixture.js';
import { plan, seatMap } from './seat-picker/seat-picker.fixture.js';
import './index.js';

export interface Shown {
  readonly tag: string;
  readonly template: TemplateResult;
  readonly kept?: Record<string, unknown>;
  readonly answers: Answers;
  /** What a person does first, such as choosing a seat. */
  readonly act?: (root: ShadowRoot) => void;
}

const hasCart = { 'cart-token': 't' };
const carts: Answers = { getShop: shop, getCart: cart({ lines: [line, passLine] }) };
const press = (root: ShadowRoot, name: RegExp): void =>
  [...root.querySelectorAll('button')].find((button) => name.test(button.textContent ?? ''))?.click();

export const everyElement: Record<string, Shown> = {
  'event list, cards': {
    tag: 's360-event-list',
    template: html`<s360-event-list></s360-event-list>`,
    answers: { listEvents: { ...programme, stale: true } },
  },
  'event list, rows': {
    tag: 's360-event-list',
    template: html`<s360-event-list layout="list"></s360-event-list>`,
    answers: { listEvents: programme },
  },
  event: {
    tag: 's360-event',
    template: html`<s360-event event-id="101"></s360-event>`,
    answers: { getEvent: detail() },
  },
  'seat picker': {
    tag: 's360-seat-picker',
    template: html`<s360-seat-picker performance-id="5006"></s360-seat-picker>`,
    answers: { getSeatMap: seatMap, getSeatPlan: plan },
    act: (root) => press(root, /Pick the best/),
  },
  'seat list': {
    tag: 's360-seat-picker',
    template: html`<s360-seat-picker performance-id="5006" view="list"></s360-seat-picker>`,
    answers: { getSeatMap: seatMap, getSeatPlan: plan },
    act: (root) => press(root, /Pick the best/),
  },
  cart: {
    tag: 's360-cart',
    template: html`<s360-cart checkout-url="#checkout" browse-url="#programme"></s360-cart>`,
    kept: hasCart,
    answers: carts,
  },
  'cart button': {
    tag: 's360-cart-button',
    template: html`<s360-cart-button cart-url="#cart" with-label></s360-cart-button>`,
    kept: hasCart,
    answers: carts,
  },
  checkout: {
    tag: 's360-checkout',
    template: html`<s360-checkout terms-url="#terms" cart-url="#cart"></s360-checkout>`,
    kept: hasCart,
    answers: { ...carts, listShipmentModes: { shipmentModes } },
    act: (root) => press(root, /Continue/),
  },
  'my orders': {
    tag: 's360-my-orders',
    template: html`<s360-my-orders></s360-my-orders>`,
    kept: { orders: [{ orderId: '4711', token: 't' }] },
    answers: { getShop: shop, getOrder: order({ tickets: [ticket(), ticket({ id: '82' })] }) },
  },
};

/** Puts one into a page, with its code and data all there. */
export async function showElement(
  { tag, template, kept = {}, answers, act }: Shown,
  look?: string,
): Promise<TestShop & { element: HTMLElement }> {
  const shown = await shopWith(template, { kept, answers, ...(look ? { look } : {}) });
  const element = shown.page.querySelector<HTMLElement>(tag)!;
  for (let tries = 0; tries < 200 && !element.shadowRoot?.querySelector('[part~="base"]'); tries++)
    await settled(shown.page);
  act?.(element.shadowRoot!);
  for (let round = 0; round < 8; round++) await settled(shown.page);
  return { ...shown, element };
}
