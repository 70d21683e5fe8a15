import type { BaseMessages } from './en.js';

const dates = (n: number) => (n < 2 ? `${n} date` : `${n} dates`);

export const messages = {
  common: {
    tryAgain: 'Réessayer',
    from: (price: string) => `dès ${price}`,
    free: 'Gratuit',
  },
  sale: {
    'on-sale': 'En vente',
    limited: 'Derniers billets',
    soon: 'Bientôt en vente',
    soonAt: (when: string) => `En vente ${when}`,
    unavailable: 'Complet pour l’instant',
    'sold-out': 'Complet',
    ended: 'Vente terminée',
    cancelled: 'Annulé',
    moved: 'Reporté',
    'box-office': 'Au guichet',
  },
  list: {
    search: 'Chercher un titre ou un lieu',
    events: (n: number) => (n < 2 ? `${n} événement` : `${n} événements`),
    dates,
    daily: (until: string) => `Tous les jours jusqu’au ${until}`,
    availableOnly: 'Disponibles seulement',
    layout: 'Présentation',
    cards: 'Cartes',
    list: 'Liste',
    calendar: 'Calendrier',
    filters: 'Filtres',
    when: 'Dates',
    topic: 'Genre',
    venue: 'Lieu',
    price: 'Prix',
    weekend: 'Ce week-end',
    week: '7 prochains jours',
    more: (n: number) => `En voir ${n} de plus`,
    shown: (n: number, all: number) => `${n} événements sur ${all}`,
    details: 'Voir le détail',
  },
  relay: {
    downTitle: 'La billetterie ne répond pas',
    downText: 'Votre connexion ou notre service est interrompu.',
  },
} satisfies BaseMessages;
