import type { Calendar } from './calendar.js';
import { idOf } from './ids.js';
import type { Advantage } from './season.types.js';
import { externalName, text } from './text.js';

/** The promotions of the house whose codes are printed on its posters and sent in its letters. */
export const advantages = (calendar: Calendar): Advantage[] => {
  const season = { start: calendar.at(-60, '00:00'), end: calendar.at(300, '23:59') };
  const winter = text('Winter offer', 'Offre d’hiver', 'Winterangebot', 'Offerta invernale');
  const duo = text('Duo offer', 'Offre duo', 'Duo-Angebot', 'Offerta duo');
  const guest = text('Guest of the house', 'Invité de la maison', 'Gast des Hauses', 'Ospite della casa');
  const autumn = text('Autumn offer', 'Offre d’automne', 'Herbstangebot', 'Offerta autunnale');
  const last = text('Last call', 'Dernier appel', 'Letzter Aufruf', 'Ultima chiamata');
  return [
    { code: 'WINTER10', percentOff: 10, name: winter, ...season },
    { code: 'DUO50', percentOff: 50, maxTickets: 2, name: duo, ...season },
    { code: 'GUEST', percentOff: 100, maxTickets: 2, isOncePerBuyer: true, name: guest, ...season },
    { code: 'AUTUMN', percentOff: 15, name: autumn, ...season, end: calendar.at(-3, '23:59') },
    { code: 'LASTCALL', percentOff: 25, maxOrders: 1, name: last, ...season },
  ].map(({ name, ...terms }, n) => ({
    ...terms,
    advantageId: idOf('advantage', n + 1),
    externalName: externalName(name),
  }));
};
