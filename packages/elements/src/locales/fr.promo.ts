import type { PromoMessages } from './en.promo.js';

export const messages: PromoMessages = {
  label: 'Code promo',
  apply: 'Appliquer',
  remove: 'Retirer',
  removeCode: (code) => `Retirer le code ${code}`,
  applied: (code) => `${code} appliqué`,
  some: (name, n, what) => `${name}, pour ${n} de vos ${what}`,
  none: 'Rien dans votre panier n’en devient moins cher.',
  insteadOf: 'au lieu de',
  saidApplied: (code, total) => `${code} appliqué. Le total est maintenant de ${total}.`,
  saidRemoved: (total) => `Code retiré. Le total est maintenant de ${total}.`,
};
