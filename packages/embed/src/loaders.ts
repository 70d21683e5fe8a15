import '@s360-widgets/elements/event-list';

/** The kit's tags and where each one's code is: importing an element defines its tag. The list's is here already, for every page. */
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  's360-shop': () => import('@s360-widgets/elements/shop'),
  's360-event-list': () => Promise.resolve(),
  's360-event': () => import('@s360-widgets/elements/event'),
  's360-seat-picker': () => import('@s360-widgets/elements/seat-picker'),
  's360-cart': () => import('@s360-widgets/elements/cart'),
  's360-cart-button': () => import('@s360-widgets/elements/cart-button'),
  's360-checkout': () => import('@s360-widgets/elements/checkout'),
  's360-my-orders': () => import('@s360-widgets/elements/my-orders'),
  's360-account': () => import('@s360-widgets/elements/account'),
};
