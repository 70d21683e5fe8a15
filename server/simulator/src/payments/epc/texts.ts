import type { CardField, CardOutcome } from './cards.js';

/** Every word on the payment pages. */
export interface Texts {
  title: string;
  labels: Record<CardField, string>;
  errors: Record<CardField, string>;
  /** `{amount}` is filled in. */
  pay: string;
  cancel: string;
  working: string;
  unavailable: string;
  paid: string;
  refused: string;
  cancelled: string;
  ended: string;
  secure: string;
  testCards: string;
  testHint: string;
  outcomes: Record<CardOutcome, string>;
  bankTitle: string;
  bankAsk: string;
  bankNote: string;
  approve: string;
  refuse: string;
}

const en: Texts = {
  title: 'Card payment',
  labels: {
    number: 'Card number',
    expiry: 'Expiry date (MM/YY)',
    cvc: 'Security code',
    name: 'Name on card',
  },
  errors: {
    number: 'Check the card number. Only the test cards below work here.',
    expiry: 'Give a month to come, like 09/30.',
    cvc: 'Give the three digits on the back of the card.',
    name: 'Give the name printed on the card.',
  },
  pay: 'Pay {amount}',
  cancel: 'Cancel payment',
  working: 'Your payment is being processed. Please wait.',
  unavailable: 'The payment service does not answer. Please try again.',
  paid: 'Payment accepted.',
  refused: 'The bank refused the payment. Nothing was charged.',
  cancelled: 'The payment was cancelled. Nothing was charged.',
  ended: 'This payment is no longer open. Nothing was charged.',
  secure: 'Your card details go to the payment service only.',
  testCards: 'Test cards',
  testHint: 'Choose one to fill the form. No money moves.',
  outcomes: {
    paid: 'Paid',
    bank: 'Paid after your bank’s check',
    'bank-page': 'Check on your bank’s own page',
    refused: 'Refused',
    cancelled: 'Cancelled',
    slow: 'Paid, slowly',
    'never-returns': 'Paid, but the browser never returns',
  },
  bankTitle: 'Confirm your payment',
  bankAsk: '{organiser} asks for {amount} from card {card}.',
  bankNote: 'This is the page of a bank for demonstrations.',
  approve: 'Approve',
  refuse: 'Refuse',
};

const fr: Texts = {
  title: 'Paiement par carte',
  labels: {
    number: 'Numéro de carte',
    expiry: 'Date d’expiration (MM/AA)',
    cvc: 'Code de sécurité',
    name: 'Nom sur la carte',
  },
  errors: {
    number: 'Vérifiez le numéro. Seules les cartes de test ci-dessous fonctionnent ici.',
    expiry: 'Indiquez un mois à venir, comme 09/30.',
    cvc: 'Indiquez les trois chiffres au dos de la carte.',
    name: 'Indiquez le nom imprimé sur la carte.',
  },
  pay: 'Payer {amount}',
  cancel: 'Annuler le paiement',
  working: 'Votre paiement est en cours. Veuillez patienter.',
  unavailable: 'Le service de paiement ne répond pas. Veuillez réessayer.',
  paid: 'Paiement accepté.',
  refused: 'La banque a refusé le paiement. Rien n’a été débité.',
  cancelled: 'Le paiement a été annulé. Rien n’a été débité.',
  ended: 'Ce paiement n’est plus ouvert. Rien n’a été débité.',
  secure: 'Vos données de carte ne vont qu’au service de paiement.',
  testCards: 'Cartes de test',
  testHint: 'Choisissez-en une pour remplir le formulaire. Aucun argent ne circule.',
  outcomes: {
    paid: 'Payé',
    bank: 'Payé après le contrôle de la banque',
    'bank-page': 'Contrôle sur la page de la banque',
    refused: 'Refusé',
    cancelled: 'Annulé',
    slow: 'Payé, lentement',
    'never-returns': 'Payé, mais le navigateur ne revient jamais',
  },
  bankTitle: 'Confirmez votre paiement',
  bankAsk: '{organiser} demande {amount} sur la carte {card}.',
  bankNote: 'Ceci est la page d’une banque de démonstration.',
  approve: 'Approuver',
  refuse: 'Refuser',
};

const de: Texts = {
  title: 'Kartenzahlung',
  labels: {
    number: 'Kartennummer',
    expiry: 'Ablaufdatum (MM/JJ)',
    cvc: 'Sicherheitscode',
    name: 'Name auf der Karte',
  },
  errors: {
    number: 'Prüfen Sie die Nummer. Nur die Testkarten unten funktionieren hier.',
    expiry: 'Geben Sie einen künftigen Monat an, etwa 09/30.',
    cvc: 'Geben Sie die drei Ziffern auf der Rückseite an.',
    name: 'Geben Sie den Namen auf der Karte an.',
  },
  pay: '{amount} bezahlen',
  cancel: 'Zahlung abbrechen',
  working: 'Ihre Zahlung wird bearbeitet. Bitte warten.',
  unavailable: 'Der Zahlungsdienst antwortet nicht. Bitte noch einmal versuchen.',
  paid: 'Zahlung angenommen.',
  refused: 'Die Bank hat die Zahlung abgelehnt. Es wurde nichts belastet.',
  cancelled: 'Die Zahlung wurde abgebrochen. Es wurde nichts belastet.',
  ended: 'Diese Zahlung ist nicht mehr offen. Es wurde nichts belastet.',
  secure: 'Ihre Kartendaten gehen nur an den Zahlungsdienst.',
  testCards: 'Testkarten',
  testHint: 'Wählen Sie eine, um das Formular zu füllen. Es fliesst kein Geld.',
  outcomes: {
    paid: 'Bezahlt',
    bank: 'Bezahlt nach Prüfung der Bank',
    'bank-page': 'Prüfung auf der Seite der Bank',
    refused: 'Abgelehnt',
    cancelled: 'Abgebrochen',
    slow: 'Bezahlt, langsam',
    'never-returns': 'Bezahlt, aber der Browser kehrt nie zurück',
  },
  bankTitle: 'Bestätigen Sie Ihre Zahlung',
  bankAsk: '{organiser} verlangt {amount} von der Karte {card}.',
  bankNote: 'Dies ist die Seite einer Bank zu Demonstrationszwecken.',
  approve: 'Bestätigen',
  refuse: 'Ablehnen',
};

const it: Texts = {
  title: 'Pagamento con carta',
  labels: {
    number: 'Numero della carta',
    expiry: 'Scadenza (MM/AA)',
    cvc: 'Codice di sicurezza',
    name: 'Nome sulla carta',
  },
  errors: {
    number: 'Controllate il numero. Qui funzionano solo le carte di prova qui sotto.',
    expiry: 'Indicate un mese futuro, per esempio 09/30.',
    cvc: 'Indicate le tre cifre sul retro della carta.',
    name: 'Indicate il nome stampato sulla carta.',
  },
  pay: 'Paga {amount}',
  cancel: 'Annulla il pagamento',
  working: 'Il pagamento è in corso. Attendete, per favore.',
  unavailable: 'Il servizio di pagamento non risponde. Riprovate, per favore.',
  paid: 'Pagamento accettato.',
  refused: 'La banca ha rifiutato il pagamento. Nulla è stato addebitato.',
  cancelled: 'Il pagamento è stato annullato. Nulla è stato addebitato.',
  ended: 'Questo pagamento non è più aperto. Nulla è stato addebitato.',
  secure: 'I dati della carta vanno solo al servizio di pagamento.',
  testCards: 'Carte di prova',
  testHint: 'Sceglietene una per riempire il modulo. Nessun denaro si muove.',
  outcomes: {
    paid: 'Pagato',
    bank: 'Pagato dopo il controllo della banca',
    'bank-page': 'Controllo sulla pagina della banca',
    refused: 'Rifiutato',
    cancelled: 'Annullato',
    slow: 'Pagato, lentamente',
    'never-returns': 'Pagato, ma il browser non torna mai',
  },
  bankTitle: 'Confermate il pagamento',
  bankAsk: '{organiser} chiede {amount} dalla carta {card}.',
  bankNote: 'Questa è la pagina di una banca dimostrativa.',
  approve: 'Conferma',
  refuse: 'Rifiuta',
};

const ALL: Record<string, Texts> = { en, fr, de, it };

/** The language of a locale such as `fr-CH`; English for one that has no texts. */
export function languageOf(locale: string): string {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return language in ALL ? language : 'en';
}

/** English stands in for a language that the widget has no words for. */
export function textsOf(language: string): Texts {
  return ALL[language] ?? en;
}
