import type { UnreadMessages } from './en.unread.js';

export const messages: UnreadMessages = {
  more: 'Cette page réessaie d’elle-même.',
  order: {
    title: 'Votre commande est payée. Une partie ne peut pas encore être affichée',
    contact:
      'Votre nom et votre adresse e-mail sont enregistrés, mais ne peuvent pas être affichés pour le moment.',
    shipment: 'Le mode de remise de vos billets est fixé, mais ne peut pas être affiché pour le moment.',
    tickets: 'Vos billets sont à vous, mais ne peuvent pas tous être affichés pour le moment.',
    codes:
      'Le code d’un billet ne peut pas être dessiné. Le billet est valable : utilisez son PDF ou présentez votre numéro de commande à l’entrée.',
    retry: 'Réessayer maintenant',
  },
  cart: {
    title: 'Vos coordonnées sont enregistrées, mais ne peuvent pas être affichées pour le moment',
    inContact: 'Vous n’avez pas à les saisir de nouveau.',
    inDelivery: 'Les modes de livraison possibles en dépendent.',
    contact: 'Vos coordonnées sont enregistrées, mais ne peuvent pas être affichées pour le moment.',
    address: 'L’adresse est enregistrée, mais ne peut pas être affichée pour le moment.',
    shipment: 'Votre choix est enregistré, mais ne peut pas être affiché pour le moment.',
  },
};
