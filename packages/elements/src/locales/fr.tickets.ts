import type { TicketsMessages } from './en.tickets.js';

const tickets = (n: number, others: boolean) => `${n} ${others ? 'article' : 'billet'}${n < 2 ? '' : 's'}`;
const your = (n: number, others: boolean) =>
  n === 1 ? `Votre ${others ? 'article' : 'billet'}` : `Vos ${tickets(n, others)}`;

export const messages = {
  done: {
    seeYou: (day: string, name: string) =>
      name ? `À bientôt, ${name} : rendez-vous le ${day}` : `À bientôt : rendez-vous le ${day}`,
    thanks: (name: string, others: boolean) =>
      [others ? 'Merci' : 'Vos billets sont réservés', name].filter(Boolean).join(', '),
    paid: 'Payé :',
    order: (number: string) => `commande ${number}.`,
    here: (n: number, others: boolean) => `${your(n, others)} ${n === 1 ? 'est' : 'sont'} ci-dessous.`,
    post: (n: number, others: boolean) =>
      `${your(n, others)} ${n === 1 ? 'sera envoyé' : 'seront envoyés'} par courrier.`,
    'box-office': (n: number, others: boolean) =>
      `${your(n, others)} vous ${n === 1 ? 'attendra' : 'attendront'} à la billetterie. Prenez une pièce d’identité.`,
    downloadAll: (n: number, others: boolean) =>
      others ? 'Télécharger en PDF' : n === 1 ? 'Télécharger le billet' : 'Télécharger tous les billets',
    toCalendar: 'Ajouter à l’agenda',
    more: (n: number, others: boolean) =>
      `${tickets(n, others).replace(' ', n === 1 ? ' autre ' : ' autres ')} dans cette commande`,
    dayTitle: 'Le jour même',
    dayText: 'Présentez chaque code sur votre téléphone, ou imprimez le PDF.',
    dayBoxOffice: 'Retirez vos billets à la billetterie avant le début.',
  },
  ticket: {
    area: 'Zone',
    block: 'Bloc',
    row: 'Rang',
    seat: 'Place',
    ticket: 'Billet',
    item: 'Article',
    valid: (until: string) => `Valable un jour au choix jusqu’au ${until}`,
    pdf: 'PDF',
    pdfFor: (place: string) => `PDF, ${place}`,
    calendar: 'Agenda',
    calendarFor: (title: string) => `Agenda : ajouter ${title}`,
    of: (n: number, all: number, others: boolean) => `${others ? '' : 'Billet '}${n} sur ${all}`,
    code: (place: string, others: boolean) => `${others ? 'Code' : 'Code d’entrée'}, ${place}`,
    fullScreen: 'Plein écran',
    fullScreenFor: (place: string) => `Plein écran : code d’entrée, ${place}`,
    bright: 'Augmentez la luminosité de votre écran.',
    used: 'Utilisé',
    cancelled: 'Annulé',
    cancelledText: 'Ce billet n’est plus valable. La billetterie vous dira ce qu’il en est du remboursement.',
    pending: 'En préparation',
    pendingText: 'Le code sera bientôt ici. Votre place est assurée.',
    post: 'Envoyé par courrier',
    'box-office': 'À la billetterie',
    more: (n: number, places: string) => `${n === 1 ? '1 autre billet' : `${n} autres billets`} : ${places}`,
    showAll: (n: number) => `Afficher les ${n}`,
    fewer: 'En afficher moins',
    file: (order: string) => `billets-${order}.pdf`,
    ics: 'billets.ics',
  },
  orders: {
    label: 'Mes commandes',
    upcoming: 'À venir',
    past: 'Passés',
    anyDay: 'Jour au choix',
    changed: 'Changements',
    order: (number: string, day: string) => `Commande ${number}, ${day}`,
    emptyTitle: 'Pas encore de billets sur cet appareil',
    emptyText: 'Les billets achetés ici restent sur cette page.',
    noneUpcoming: 'Rien à venir. Vos billets précédents sont sous « Passés ».',
    nonePast: 'Rien ici pour l’instant. Les billets y passent après la date.',
  },
} satisfies TicketsMessages;
