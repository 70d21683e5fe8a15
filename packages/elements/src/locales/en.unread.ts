import type { OrderPart } from '@s360-widgets/contract';
import type { Wide } from './wide.js';

/** What is said of the parts of a cart or an order that there are, but that can't be read just now. */
export const messages = {
  more: 'This page tries again by itself.',
  order: {
    title: 'Your order is paid. Something can’t be shown just yet',
    contact: 'Your name and email are kept, but can’t be shown at the moment.',
    shipment: 'How you get your tickets is settled, but can’t be shown at the moment.',
    tickets: 'Your tickets are yours, but not all can be shown at the moment.',
    codes:
      'A ticket’s code can’t be drawn. The ticket is valid: use its PDF, or show your order number at the door.',
    retry: 'Try now',
  } satisfies Record<OrderPart, string> & { title: string; retry: string },
  cart: {
    title: 'Your details are saved, but can’t be shown just now',
    inContact: 'You don’t have to enter them again.',
    inDelivery: 'How we can deliver depends on them.',
    contact: 'Your details are saved, but can’t be shown just now.',
    address: 'The address is saved, but can’t be shown just now.',
    shipment: 'Your choice is saved, but can’t be shown just now.',
  },
};

export type UnreadMessages = Wide<typeof messages>;
