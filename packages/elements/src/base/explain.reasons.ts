import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Remote, ShopState } from '@s360-widgets/store';
import type { LitElement } from 'lit';
import { asId } from './address.js';
import type { ShopContext } from './context.js';
import { oddAttributes } from './explain.attributes.js';
import { oddFilters, unsoldFamilies } from './explain.filters.js';
import { relayReason } from './explain.relay.js';
import { colourFaults } from './ground.faults.js';

type Given = Record<string, string | null>;

interface Widget {
  /** Its attributes' values. */
  readonly given: Given;
  /** It says that there is nothing. */
  readonly isEmpty: boolean;
  readonly shop: ShopContext;
}

/** Undefined while the relay is being asked: what was wrong before may still be. */
type Reasons = string[] | undefined;

const reasons: Readonly<Record<string, (widget: Widget) => Promise<Reasons>>> = {
  's360-event-list': ofList,
  's360-event': ofEvent,
  's360-seat-picker': ofSeats,
  's360-cart': ofCart,
  's360-checkout': ofCart,
  's360-my-orders': ofOrders,
};

/** What is wrong with a widget. */
export interface Explanation {
  /** A sentence or two each, with the remedy. */
  readonly reasons: string[];
  /** The relay is being asked: there may be more. */
  readonly isWaiting: boolean;
}

export async function reasonsOf(element: LitElement, shop: ShopContext): Promise<Explanation> {
  const given = Object.fromEntries(
    element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
  );
  const isEmpty = element.renderRoot.querySelector('[part="notice"]') !== null;
  const reasonsOfTag = reasons[element.localName] ?? nothingWrong;
  const ofTag = await reasonsOfTag({ given, shop, isEmpty });
  const ofColours = colourFaults(element).map(({ text }) => text);
  return {
    reasons: [...oddAttributes(element), ...(ofTag ?? []), ...ofColours],
    isWaiting: ofTag === undefined,
  };
}

const nothingWrong = async (): Promise<Reasons> => [];

const isAsked = (remote: Remote<unknown> | undefined) => remote?.status === 'loading';

async function ofList({ given, shop, isEmpty }: Widget): Promise<Reasons> {
  const { events } = shop.store.state;
  if (events.status === 'failed') return [await said(events.problem, shop)];
  if (events.status !== 'ready') return undefined;
  return [...oddFilters(given, events.value, isEmpty), ...unsoldFamilies(events.value)];
}

async function ofEvent({ given, shop }: Widget): Promise<Reasons> {
  const parameter = given['event-param'] || 'event';
  const id = asId(given['event-id']) || asId(inQuery(parameter));
  if (!id && !given['event-url']) return [unnamed('event', given['event-id'], inQuery(parameter), parameter)];
  // The list's part is there on pages that have one.
  const { event = {}, events }: Partial<ShopState> = shop.store.state;
  const remote = event[id];
  if (isAsked(remote)) return undefined;
  if (remote?.status !== 'failed') return accountsOnly(shop);
  if (remote.problem.code !== 'not-found') return [await said(remote.problem, shop)];
  const some = events?.value?.events.slice(0, 8).map(({ id: other, title }) => `${other} (${title})`) ?? [];
  return [
    `The relay knows no event ${id}: it may be over, or belong to another institution.${some.length ? ` There are, among others: ${some.join(', ')}.` : ` ${shop.relay}/v1/events lists those that there are.`}`,
  ];
}

async function ofSeats({ given, shop }: Widget): Promise<Reasons> {
  const parameter = given['performance-param'] || 'performance';
  const id = asId(given['performance-id']) || asId(inQuery(parameter));
  if (!id) return [unnamed('performance', given['performance-id'], inQuery(parameter), parameter)];
  const remote = shop.store.state.seatMaps[id];
  if (isAsked(remote)) return undefined;
  if (remote?.status !== 'failed') return accountsOnly(shop);
  if (remote.problem.code !== 'not-found') return [await said(remote.problem, shop)];
  return [
    `The relay knows no seat plan for the performance ${id}. Either there is no such performance (the event’s id is another number), or no plan of its hall was imported: see “npm run plan”.`,
  ];
}

/** Why nothing can be bought, though all is well. */
function accountsOnly({ store, relay }: ShopContext): string[] {
  const { shop }: Partial<ShopState> = store.state;
  if (!shop?.value || shop.value.signIn === 'optional') return [];
  return [
    `S-360’s point of sale sells to people with an account only (${relay}/v1/shop: signIn is “${shop.value.signIn}”), and this kit’s pages sell to guests only yet, also to who has signed in: nothing is sold here. Allow guests and let them sign in before the checkout in S-360, or give the relay RELAY_SHOP_URL, to lead to your own shop.`,
  ];
}

async function ofCart({ shop }: Widget): Promise<Reasons> {
  const { cart, checkout, unkeptToken }: Partial<ShopState> = shop.store.state;
  if (isAsked(cart)) return undefined;
  if (cart?.status === 'failed') return [await said(cart.problem, shop)];
  if (unkeptToken)
    return [
      'The browser keeps nothing for this page: its storage is refused, full or silent. The cart lives as long as the page, and the kit’s links carry it on.',
    ];
  const isNone = cart?.status === 'ready' && !cart.value && checkout?.step !== 'confirmation';
  return isNone ? ['No cart was begun on this device.'] : [];
}

async function ofOrders({ shop }: Widget): Promise<Reasons> {
  const { orders } = shop.store.state;
  if (isAsked(orders)) return undefined;
  if (orders.status === 'failed') return [await said(orders.problem, shop)];
  return orders.status === 'ready' && !orders.value.length ? ['No order was made on this device.'] : [];
}

const inQuery = (parameter: string) => new URLSearchParams(location.search).get(parameter);

function unnamed(
  noun: string,
  attribute: string | null | undefined,
  inAddress: string | null,
  parameter: string,
): string {
  const remedy = `S-360’s ids are digits. Give ${noun}-id="…", or lead here with ?${parameter}=….`;
  if (attribute) return `${noun}-id="${attribute}" is no id. ${remedy}`;
  if (inAddress)
    return `?${parameter}=${inAddress} is no id; another plugin may own that parameter, then give ${noun}-param another name. ${remedy}`;
  return `Neither an attribute nor the address of the page says which ${noun} to show. ${remedy}`;
}

function said(problem: ProblemError, { relay }: ShopContext): Promise<string> | string {
  if (problem.code === 'relay-unreachable') return relayReason(problem, relay);
  const request = problem.requestId ? ` (request ${problem.requestId} in its log)` : '';
  return `The relay answered with the problem “${problem.code}”${request}.`;
}
