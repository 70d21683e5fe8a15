import type { Wide } from './wide.js';

/** What is said around accounts. */
export const messages = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  remember: 'Stay signed in on this device',
  signIn: 'Sign in',
  forgotten: 'No account yet, or password forgotten?',
  toShop: 'To the ticket shop',
  hello: (name: string) => (name ? `Hello ${name}` : 'You are signed in'),
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out on all devices',
  changePassword: 'Change password',
  currentPassword: 'Password that you have now',
  newPassword: 'New password',
  save: 'Save new password',
  cancel: 'Cancel',
  changed: 'Your password is changed',
  changedText: 'You are signed out on your other devices.',
  unkept: 'You are signed in on this page only',
  unkeptText: 'Your browser does not keep it. On the next page, sign in again.',
  errors: {
    email: 'Enter your email address.',
    password: 'Enter your password.',
    newPassword: 'Enter a new password.',
  },
};

export type AccountMessages = Wide<typeof messages>;
