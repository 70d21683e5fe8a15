import type { ProblemCode } from '@s360-widgets/contract';

/** What happened, and what to do next. */
export interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

/** Words for every code that the relay can answer, and for a cart that the browser does not keep; one without does not compile. */
export type ProblemMessages = Readonly<Record<ProblemCode | 'cart-unkept', ProblemWords>>;

const fault = {
  title: 'That did not work',
  text: 'The fault is ours. Try again in a moment; if it happens again, call the box office.',
};

const elsewhere = {
  title: 'Tickets can’t be sold on this page',
  text: 'Open the venue’s own page to buy, or call the box office.',
};

const signedOut = {
  title: 'You are not signed in any more',
  text: 'Sign in again. What is in your cart stays there.',
};

export const messages: ProblemMessages = {
  'request-invalid': {
    title: 'Something in the form is not right',
    text: 'Check what you have entered and try again.',
  },
  'cart-token-invalid': {
    title: 'This cart can’t be opened any more',
    text: 'Choose your tickets again to start a new cart.',
  },
  'session-token-invalid': signedOut,
  'session-ended': signedOut,
  'proof-invalid': fault,
  'proof-nonce-needed': fault,
  'origin-refused': elsewhere,
  'sign-in-needed': elsewhere,
  'sign-in-refused': {
    title: 'That email address and password don’t belong together',
    text: 'Check both and try again. After five tries you have to wait a quarter of an hour.',
  },
  'not-found': { title: 'This is no longer there', text: 'It may have ended. Go back and choose again.' },
  'method-not-allowed': fault,
  'body-too-large': fault,
  'media-type-unsupported': fault,
  'too-many-requests': {
    title: 'That was too fast for the box office',
    text: 'Wait a few seconds, then try again.',
  },
  'cart-ended': {
    title: 'The hold on your seats has ended',
    text: 'They are free for everyone again. Choose your tickets once more.',
  },
  'cart-closed': {
    title: 'This order is complete',
    text: 'It can’t be changed any more. Find it under your orders.',
  },
  'cart-empty': { title: 'Your cart is empty', text: 'Choose tickets first.' },
  'payment-in-progress': {
    title: 'A payment is under way',
    text: 'Finish or leave the payment before you change the cart. Don’t pay again.',
  },
  'seats-taken': {
    title: 'These seats have just gone',
    text: 'Someone else took them a moment before you. Choose others.',
  },
  'not-enough-seats': {
    title: 'There are not enough places left',
    text: 'Take fewer tickets, another category or another date.',
  },
  'not-on-sale': { title: 'Not on sale now', text: 'Choose another date, or come back when the sale opens.' },
  'tariff-needs-companion': {
    title: 'One of these tickets needs another with it',
    text: 'Add the ticket that it is sold with, then try again.',
  },
  'too-many-tickets': {
    title: 'That is more than one order may hold',
    text: 'Take fewer tickets, or buy the others in a second order.',
  },
  'promo-code-unknown': {
    title: 'We don’t know this code',
    text: 'Check the spelling, or go on without it.',
  },
  'promo-code-ended': { title: 'This code has ended', text: 'Use another one, or go on without it.' },
  'promo-code-used-up': {
    title: 'This code has been used already',
    text: 'Go on without it. If it is in your cart, take it out there.',
  },
  'promo-code-not-applicable': {
    title: 'This code is not for what is in your cart',
    text: 'Add what it is for first, or go on without it.',
  },
  'contact-missing': { title: 'We need to know who buys', text: 'Enter your name and email address first.' },
  'contact-refused': {
    title: 'The box office can’t take these details',
    text: 'Check your name, email address and phone.',
  },
  'password-refused': {
    title: 'The password was not changed',
    text: 'Check the one that you have now, or choose a longer new one.',
  },
  'address-missing': {
    title: 'Your address is missing',
    text: 'This way of delivery needs a postal address. Enter it, or choose another way.',
  },
  'shipment-missing': { title: 'Choose how you get your tickets', text: 'Then go on to the review.' },
  'shipment-mode-refused': {
    title: 'This delivery is not possible here',
    text: 'Choose another way to get your tickets.',
  },
  'total-changed': { title: 'The total has changed', text: 'Look at the new total, then go on to pay.' },
  'payment-refused': {
    title: 'Your bank refused the payment',
    text: 'Use another card or another way to pay.',
  },
  'tickets-not-ready': {
    title: 'Your tickets are not ready yet',
    text: 'Your order is safe. Look again in a minute.',
  },
  'request-in-progress': {
    title: 'Your last click is still being dealt with',
    text: 'Wait a moment, then try again.',
  },
  'idempotency-key-reused': fault,
  'box-office-busy': { title: 'The box office is very busy', text: 'Wait a few seconds, then try again.' },
  'box-office-down': { title: 'The box office does not answer', text: 'Try again in a few minutes.' },
  'box-office-timeout': {
    title: 'The box office took too long to answer',
    text: 'Look at your cart before you try again: it may have worked.',
  },
  'box-office-refused': {
    title: 'The box office could not do this',
    text: 'Try again, or choose something else.',
  },
  internal: fault,
  'cart-unkept': {
    title: 'Your browser does not keep your cart',
    text: 'Go on with the buttons here: they take it along. If you leave or reload this page otherwise, your cart is lost.',
  },
  'relay-unreachable': {
    title: 'We can’t reach the box office',
    text: 'Your connection or our service is down. Try again in a moment.',
  },
};
