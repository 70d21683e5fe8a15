import { idOf } from './ids.js';
import type { PriceList } from './price-list.js';
import type { ShipmentMode } from './season.types.js';
import { externalName, type Text, text } from './text.js';

type Draft = Omit<ShipmentMode, 'shipmentModeId' | 'externalName' | 'description' | 'amount'> & {
  euros: number;
  name: Text;
  says: Text;
};

/** What the modes that cost nothing and need no address have in common. */
const free = { contactAddressRequired: false, deliveryTimeInDays: 0, countryCodes: [], euros: 0 };

/** The mail goes to the neighbours only; the others are not tied to a country. */
const drafts: Draft[] = [
  {
    ...free,
    code: 'MOBILE',
    type: 'MOBILE',
    name: text('Mobile tickets', 'Billets mobiles', 'Mobile Tickets', 'Biglietti sul telefono'),
    says: text(
      'On your phone, at once after payment.',
      'Sur votre téléphone, dès le paiement.',
      'Auf Ihrem Telefon, sofort nach der Zahlung.',
      'Sul vostro telefono, subito dopo il pagamento.',
    ),
  },
  {
    ...free,
    code: 'PRINT',
    type: 'PRINT_AT_HOME',
    name: text('Print at home', 'Imprimer à la maison', 'Zuhause drucken', 'Stampa a casa'),
    says: text(
      'A PDF to print, one page for each ticket.',
      'Un PDF à imprimer, une page par billet.',
      'Ein PDF zum Drucken, eine Seite pro Ticket.',
      'Un PDF da stampare, una pagina per biglietto.',
    ),
  },
  {
    ...free,
    code: 'BOXOFF',
    type: 'PICK UP AT CONTROL',
    name: text('Box office', 'Retrait au guichet', 'Abholung an der Kasse', 'Ritiro in biglietteria'),
    says: text(
      'Collect with an ID from one hour before the start.',
      'Retrait avec une pièce d’identité dès une heure avant le début.',
      'Abholung mit Ausweis ab einer Stunde vor Beginn.',
      'Ritiro con documento da un’ora prima dell’inizio.',
    ),
  },
  {
    code: 'POST',
    type: 'BY_MAIL',
    contactAddressRequired: true,
    deliveryTimeInDays: 5,
    countryCodes: ['CH', 'FR', 'DE', 'IT', 'AT'],
    euros: 7.5,
    name: text('By post', 'Par la poste', 'Per Post', 'Per posta'),
    says: text(
      'Registered letter to your address, within five days.',
      'Lettre recommandée à votre adresse, sous cinq jours.',
      'Einschreiben an Ihre Adresse, innert fünf Tagen.',
      'Raccomandata al vostro indirizzo, entro cinque giorni.',
    ),
  },
];

/** The ways in which tickets reach the buyer, cheapest first. */
export function shipmentModes({ fee }: PriceList): ShipmentMode[] {
  return drafts.map(({ name, says, euros, ...mode }, n) => ({
    shipmentModeId: idOf('shipmentMode', n + 1),
    ...mode,
    amount: fee(euros),
    externalName: externalName(name),
    description: externalName(says),
  }));
}
