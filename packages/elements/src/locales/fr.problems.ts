import type { ProblemMessages } from './en.problems.js';

const fault = {
  title: 'Cela n’a pas marché',
  text: 'L’erreur vient de nous. Réessayez dans un instant ; si elle persiste, appelez la billetterie.',
};

const elsewhere = {
  title: 'Aucun billet ne peut être vendu sur cette page',
  text: 'Achetez sur la page du lieu, ou appelez la billetterie.',
};

const signedOut = {
  title: 'Vous n’êtes plus connecté',
  text: 'Connectez-vous de nouveau. Ce qui est dans votre panier y reste.',
};

export const messages: ProblemMessages = {
  'request-invalid': {
    title: 'Une donnée du formulaire n’est pas juste',
    text: 'Vérifiez votre saisie et réessayez.',
  },
  'cart-token-invalid': {
    title: 'Ce panier ne peut plus être ouvert',
    text: 'Choisissez de nouveau vos billets pour commencer un panier.',
  },
  'session-token-invalid': signedOut,
  'session-ended': signedOut,
  'proof-invalid': fault,
  'proof-nonce-needed': fault,
  'origin-refused': elsewhere,
  'sign-in-needed': elsewhere,
  'sign-in-refused': {
    title: 'Cette adresse e-mail et ce mot de passe ne vont pas ensemble',
    text: 'Vérifiez-les et réessayez. Après cinq essais, il faut attendre un quart d’heure.',
  },
  'not-found': {
    title: 'Ceci n’existe plus',
    text: 'C’est peut-être passé. Revenez en arrière et choisissez de nouveau.',
  },
  'method-not-allowed': fault,
  'body-too-large': fault,
  'media-type-unsupported': fault,
  'too-many-requests': {
    title: 'Trop de demandes à la fois',
    text: 'Attendez quelques secondes, puis réessayez.',
  },
  'cart-ended': {
    title: 'Vos places ne sont plus réservées',
    text: 'Elles sont de nouveau libres pour tous. Choisissez encore une fois vos billets.',
  },
  'cart-closed': {
    title: 'Cette commande est terminée',
    text: 'Elle ne peut plus être modifiée. Vous la trouvez parmi vos commandes.',
  },
  'cart-empty': { title: 'Votre panier est vide', text: 'Choisissez d’abord des billets.' },
  'payment-in-progress': {
    title: 'Un paiement est en cours',
    text: 'Terminez ou quittez le paiement avant de modifier le panier. Ne payez pas une seconde fois.',
  },
  'seats-taken': {
    title: 'Ces places viennent de partir',
    text: 'Quelqu’un les a prises un instant avant vous. Choisissez-en d’autres.',
  },
  'not-enough-seats': {
    title: 'Il ne reste pas assez de places',
    text: 'Prenez moins de billets, une autre catégorie ou une autre date.',
  },
  'not-on-sale': {
    title: 'Pas en vente en ce moment',
    text: 'Choisissez une autre date, ou revenez à l’ouverture de la vente.',
  },
  'tariff-needs-companion': {
    title: 'Un de ces billets ne se vend pas seul',
    text: 'Ajoutez le billet qui l’accompagne, puis réessayez.',
  },
  'too-many-tickets': {
    title: 'C’est plus qu’une commande ne peut contenir',
    text: 'Prenez moins de billets, ou achetez les autres dans une seconde commande.',
  },
  'promo-code-unknown': {
    title: 'Nous ne connaissons pas ce code',
    text: 'Vérifiez l’orthographe, ou continuez sans lui.',
  },
  'promo-code-ended': { title: 'Ce code est terminé', text: 'Prenez-en un autre, ou continuez sans lui.' },
  'promo-code-used-up': {
    title: 'Ce code a déjà servi',
    text: 'Continuez sans lui. S’il est dans votre panier, retirez-le.',
  },
  'promo-code-not-applicable': {
    title: 'Ce code ne vaut pas pour votre panier',
    text: 'Ajoutez d’abord ce pour quoi il vaut, ou continuez sans lui.',
  },
  'contact-missing': { title: 'Qui achète ?', text: 'Entrez d’abord votre nom et votre adresse e-mail.' },
  'contact-refused': {
    title: 'La billetterie n’accepte pas ces données',
    text: 'Vérifiez votre nom, votre adresse e-mail et votre téléphone.',
  },
  'password-refused': {
    title: 'Le mot de passe n’a pas été changé',
    text: 'Vérifiez celui que vous avez, ou choisissez-en un nouveau plus long.',
  },
  'address-missing': {
    title: 'Il manque votre adresse',
    text: 'Cet envoi demande une adresse postale. Entrez-la, ou choisissez un autre moyen.',
  },
  'shipment-missing': {
    title: 'Choisissez comment recevoir vos billets',
    text: 'Vous pourrez ensuite vérifier la commande.',
  },
  'shipment-mode-refused': {
    title: 'Cet envoi n’est pas possible ici',
    text: 'Choisissez un autre moyen de recevoir vos billets.',
  },
  'total-changed': {
    title: 'Le total a changé',
    text: 'Regardez le nouveau total, puis continuez vers le paiement.',
  },
  'payment-refused': {
    title: 'Votre banque a refusé le paiement',
    text: 'Prenez une autre carte ou un autre moyen de paiement.',
  },
  'tickets-not-ready': {
    title: 'Vos billets ne sont pas encore prêts',
    text: 'Votre commande est enregistrée. Revenez voir dans une minute.',
  },
  'request-in-progress': {
    title: 'Votre dernier clic est encore en cours',
    text: 'Attendez un instant, puis réessayez.',
  },
  'idempotency-key-reused': fault,
  'box-office-busy': {
    title: 'La billetterie est très sollicitée',
    text: 'Attendez quelques secondes, puis réessayez.',
  },
  'box-office-down': { title: 'La billetterie ne répond pas', text: 'Réessayez dans quelques minutes.' },
  'box-office-timeout': {
    title: 'La billetterie a mis trop de temps à répondre',
    text: 'Regardez votre panier avant de réessayer : cela a peut-être marché.',
  },
  'box-office-refused': {
    title: 'La billetterie n’a pas pu le faire',
    text: 'Réessayez, ou choisissez autre chose.',
  },
  internal: fault,
  'cart-unkept': {
    title: 'Votre navigateur ne conserve pas votre panier',
    text: 'Continuez avec les boutons de cette page : ils l’emportent. Si vous la quittez ou la rechargez autrement, votre panier est perdu.',
  },
  'relay-unreachable': {
    title: 'La billetterie ne répond pas',
    text: 'Votre connexion ou notre service est interrompu. Réessayez dans un instant.',
  },
};
