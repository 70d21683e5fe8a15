import type { SignInMessages } from './en.sign-in.js';

export const messages: SignInMessages = {
  title: 'Il faut un compte client pour acheter ici',
  inShop: 'Connectez-vous ou ouvrez un compte dans notre boutique en ligne.',
  byPhone: (phone) => `Appelez la billetterie, nous réservons pour vous : ${phone}.`,
  atBoxOffice: 'La billetterie vous vend volontiers vos billets.',
  toShop: 'Vers la boutique en ligne',
};
