import type { FilterMessages } from './en.filters.js';
import { stale } from './fr.stale.js';

export const messages = {
  stale,
  close: 'Fermer',
  getTickets: 'Réserver',
  chooseDate: 'Voir les dates',
  anyTime: 'À tout moment',
  calendar: {
    before: 'Mois précédent',
    after: 'Mois suivant',
    more: (n: number) => `${n} de plus`,
    none: 'Rien n’a lieu ce mois-ci.',
  },
  clear: 'Effacer les filtres',
  clearAll: 'Effacer tous les filtres',
  any: 'Toutes',
  today: 'Aujourd’hui',
  chooseDates: 'Choisir des dates',
  fromDay: 'Du',
  toDay: 'Au',
  upTo: (price: string) => `jusqu’à ${price}`,
  show: (n: number) => (n < 2 ? `Voir ${n} événement` : `Voir ${n} événements`),
  emptyTitle: 'Aucun événement pour ces filtres',
  emptyHint: (n: number, filter: string) =>
    n < 2 ? `Il y a ${n} événement sans ${filter}.` : `Il y a ${n} événements sans ${filter}.`,
  emptyElse: 'Essayez d’autres mots ou une autre date.',
  drop: (filter: string) => `Retirer ${filter}`,
  filter: {
    text: 'la recherche',
    when: 'les dates',
    topic: 'le genre',
    venue: 'le lieu',
    price: 'le prix',
    available: '« disponibles seulement »',
  },
  noneTitle: 'Aucun événement pour le moment',
  noneText: 'Les nouvelles dates seront affichées ici.',
} satisfies FilterMessages;
