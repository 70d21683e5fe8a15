import { timeZone } from './calendar.js';
import { idOf } from './ids.js';
import type { PointOfSaleWish } from './point-of-sale.js';
import { euro } from './price-list.js';
import type { CurrencyData } from './season.types.js';
import { externalName, sameText, type Text, text } from './text.js';

/** Code, telephone prefix, currency, and name in the institution's languages. */
const countries: [code: string, prefix: string, currency: string, name: Text][] = [
  ['CH', '+41', 'CHF', text('Switzerland', 'Suisse', 'Schweiz', 'Svizzera')],
  ['AT', '+43', 'EUR', text('Austria', 'Autriche', 'Österreich', 'Austria')],
  ['BE', '+32', 'EUR', text('Belgium', 'Belgique', 'Belgien', 'Belgio')],
  ['DE', '+49', 'EUR', text('Germany', 'Allemagne', 'Deutschland', 'Germania')],
  ['DK', '+45', 'DKK', text('Denmark', 'Danemark', 'Dänemark', 'Danimarca')],
  ['ES', '+34', 'EUR', text('Spain', 'Espagne', 'Spanien', 'Spagna')],
  ['FR', '+33', 'EUR', text('France', 'France', 'Frankreich', 'Francia')],
  ['GB', '+44', 'GBP', text('United Kingdom', 'Royaume-Uni', 'Vereinigtes Königreich', 'Regno Unito')],
  ['IE', '+353', 'EUR', text('Ireland', 'Irlande', 'Irland', 'Irlanda')],
  ['IT', '+39', 'EUR', text('Italy', 'Italie', 'Italien', 'Italia')],
  ['LI', '+423', 'CHF', text('Liechtenstein', 'Liechtenstein', 'Liechtenstein', 'Liechtenstein')],
  ['LU', '+352', 'EUR', text('Luxembourg', 'Luxembourg', 'Luxemburg', 'Lussemburgo')],
  ['NL', '+31', 'EUR', text('Netherlands', 'Pays-Bas', 'Niederlande', 'Paesi Bassi')],
  ['NO', '+47', 'NOK', text('Norway', 'Norvège', 'Norwegen', 'Norvegia')],
  ['PT', '+351', 'EUR', text('Portugal', 'Portugal', 'Portugal', 'Portogallo')],
  ['SE', '+46', 'SEK', text('Sweden', 'Suède', 'Schweden', 'Svezia')],
  ['US', '+1', 'USD', text('United States', 'États-Unis', 'Vereinigte Staaten', 'Stati Uniti')],
];

function paymentMethod(n: number, code: string, name: Text, says: Text, paymentType: string) {
  return {
    id: idOf('paymentMethod', n),
    code,
    externalName: externalName(name),
    externalDescription: externalName(says),
    authorizationMode: paymentType === 'EPC' ? 'ONLINE' : 'NONE',
    changeReturnAllowed: paymentType === 'CASH',
    forPayment: true,
    forReimbursement: true,
    inSplitPaymentAllowed: false,
    manualValidation: false,
    // GUESS: the wire values of paymentType and authorizationMode are in no source.
    paymentType,
    rank: n,
    tooMuchPerceivedAllowed: paymentType === 'CASH',
    withFollowUp: false,
  };
}

/** Those that a browser can pay with, and cash, which only the box office takes. */
const paymentMethods = [
  paymentMethod(
    1,
    'SPAY',
    text('Card and wallets', 'Cartes et portefeuilles', 'Karten und Wallets', 'Carte e wallet'),
    text(
      'Secure online payment',
      'Paiement en ligne sécurisé',
      'Sichere Onlinezahlung',
      'Pagamento online sicuro',
    ),
    'EPC',
  ),
  paymentMethod(
    2,
    'CASH',
    text('Cash', 'Espèces', 'Bargeld', 'Contanti'),
    text('At the box office only', 'Uniquement au guichet', 'Nur an der Kasse', 'Solo in biglietteria'),
    'CASH',
  ),
  paymentMethod(
    3,
    'TWINT',
    sameText('TWINT'),
    text('With your phone', 'Avec votre téléphone', 'Mit dem Handy', 'Con il telefono'),
    'EPC',
  ),
  paymentMethod(
    4,
    'VOUCHER',
    text('Gift card', 'Carte cadeau', 'Geschenkkarte', 'Carta regalo'),
    text(
      'Secure online payment',
      'Paiement en ligne sécurisé',
      'Sichere Onlinezahlung',
      'Pagamento online sicuro',
    ),
    'EPC',
  ),
];

function productFamily(n: number, productFamilyType: string, productFamilySubType: string, name: Text) {
  return {
    id: idOf('productFamily', n),
    externalName: externalName(name),
    productFamilyType,
    productFamilySubType,
    contactRequired: false,
    defaultQuantity: 2,
    // GUESS: the wire values of directOption and reservable are in no source.
    directOption: 'NONE',
    netPrices: false,
    reservable: 'NONE',
  };
}

/** What this point of sale sells. */
const productFamilies = [
  productFamily(
    1,
    'SINGLE_ENTRY',
    'SIMPLE_TICKET',
    text('Events', 'Spectacles', 'Veranstaltungen', 'Spettacoli'),
  ),
  productFamily(2, 'SINGLE_ENTRY', 'SPORTING_EVENT', text('Matches', 'Matchs', 'Spiele', 'Partite')),
  productFamily(
    3,
    'PASS',
    'VISIT_PASS',
    text('Museum visits', 'Visites de musée', 'Museumsbesuche', 'Visite al museo'),
  ),
  productFamily(4, 'GOODS', 'GOODS', text('Shop', 'Boutique', 'Shop', 'Negozio')),
  productFamily(5, 'SERVICE', 'SERVICE', text('Services', 'Services', 'Dienstleistungen', 'Servizi')),
  productFamily(
    6,
    'MEMBERSHIP',
    'MEMBERSHIP',
    text('Memberships', 'Adhésions', 'Mitgliedschaften', 'Adesioni'),
  ),
];

function charge(n: number, code: string, type: string, name: Text) {
  return { id: idOf('charge', n), code, externalName: externalName(name), modifiable: false, type };
}

/** Fees that the orders may hold, by their GUESS types. */
const charges = [
  charge(
    1,
    'BOOKING',
    'GENERAL_FEE',
    text('Booking fee', 'Frais de réservation', 'Buchungsgebühr', 'Diritti di prenotazione'),
  ),
  charge(2, 'DELIVERY', 'DELIVERY_FEE', text('Delivery', 'Livraison', 'Versand', 'Spedizione')),
];

/** The box office. */
const place = {
  countryCode: 'CH',
  email: 'tickets@teatro-lumen.example',
  firstAddressLine: 'Seepromenade 1',
  gpsLatitude: '47.3667',
  gpsLongitude: '8.5450',
  locality: 'Lumen',
  website: 'https://www.teatro-lumen.example',
  zipCode: '8001',
};

/** How this point of sale lets people sign in and buy. */
const rulesOf = ({ guests, signIn, modeOfUse, mostSeats }: PointOfSaleWish) => ({
  allowedChars: '',
  contactAccountCreationAllowed: true,
  contactFileAccessAllowed: true,
  contactLoginMode: 'EMAIL', // GUESS
  guestLoginAvailable: guests,
  invoicingAllowed: false,
  loginPosition: signIn === 'before-catalog' ? 'BEFORE_CATALOG' : 'BEFORE_CHECKOUT', // GUESS
  maxAutoSuggestedSeatsTrials: 5,
  maxSeatsPerPerformance: mostSeats,
  modeOfUse: modeOfUse.toUpperCase(), // GUESS
  netPrices: false,
  orderAbandonDelay: 15, // GUESS: minutes
  orderOrigins: [{ idCode: 'WEB', externalName: externalName(sameText('Web')) }],
  seatSelectionMode: 'AUTOMATIC_AND_MAP', // GUESS
});

const organizationOf = ({ languages }: PointOfSaleWish) => ({
  institCode: 'DEMO',
  organizationCode: 'LUMEN',
  organizationId: idOf('organization', 1),
  organizationName: externalName(sameText('Teatro Lumen')),
  organizationTimeZone: timeZone,
  languageList: languages.join(','), // GUESS: comma
  mainLanguage: languages[0],
  amazonS3InstitutionBucketName: 'demo',
  testInstitution: true,
  placeAddress: `${place.firstAddressLine}, ${place.zipCode} ${place.locality}`,
  placeAddressData: place,
});

/** The institution counts in euros, whatever it sells in. */
const currencies = (sold: CurrencyData) => ({
  catalogCurrencies: [sold],
  currencyCode: sold.currencyCode,
  currencySymbol: sold.symbol,
  institutionCurrency: euro,
  organizationCurrency: euro,
  multiCatalogCurrencyEnabled: sold.currencyCode !== euro.currencyCode,
});

const pointOfSale = {
  posCode: 'WEB',
  posId: idOf('pointOfSales', 1),
  posNumber: '1',
  posType: 'INTERNET_B2C', // GUESS
  posActivityState: 'RUNNING', // GUESS
  salesChannelActivityState: 'RUNNING', // GUESS
  salesChannelCode: 'WEB',
  salesChannelId: idOf('salesChannel', 1),
  virtualOperatorName: 'DEMO_WEB',
  customizationFile: null,
  posCustomizationFile: null,
  hub: null,
};

/** The point of sale's configuration: POSConfigData with all fields that a v1_33 client reads. */
export function posConfig(
  publicUrl: string,
  sold: CurrencyData,
  wish: PointOfSaleWish,
): Record<string, unknown> {
  return {
    ...organizationOf(wish),
    ...pointOfSale,
    ...currencies(sold),
    ...rulesOf(wish),
    charges,
    countries: countries.map(([code, internationalPhonePrefix, currencyCode, name]) => ({
      code,
      internationalPhonePrefix,
      name: externalName(name),
      phoneFormat: '',
      currencyCode,
    })),
    paymentMethods: paymentMethods.filter(({ code }) =>
      wish.paymentMethods.some((wanted) => wanted === code),
    ),
    posParameters: { mediaUrl: `${publicUrl}/media` },
    productFamilies,
    pspAccessMethod: 'EPC', // GUESS
    pspParameters: { widgetUrl: `${publicUrl}/epc/widget.js` },
  };
}
