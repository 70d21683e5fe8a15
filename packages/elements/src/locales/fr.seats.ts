import type { SeatsMessages } from './en.seats.js';
import { stale } from './fr.stale.js';

const few = ['aucune', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];
const say = (n: number) => few[n] ?? String(n);
const seats = (n: number) => (n < 2 ? `${n} place` : `${n} places`);
const s = (n: number) => (n < 2 ? '' : 's');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const rowSeat = (row: string, seat: string) =>
  [row && `rang ${row}`, seat && `place ${seat}`].filter(Boolean).join(', ');

export const messages = {
  stale,
  loading: 'Chargement du plan de salle',
  seat: (area: string, row: string, seat: string) => [area, rowSeat(row, seat)].filter(Boolean).join(', '),
  rowSeat: (row: string, seat: string) => capital(rowSeat(row, seat)),
  row: (row: string) => `Rang ${row}`,
  block: (name: string) => `Bloc ${name}`,
  howMany: 'Combien de billets ?',
  fewer: 'Un billet de moins',
  more: 'Un billet de plus',
  best: 'Choisir les meilleures pour moi',
  bestOf: (n: number) => (n === 1 ? 'Choisir la meilleure place' : `Choisir les ${n} meilleures`),
  view: 'Affichage',
  map: 'Plan',
  list: 'Liste',
  prices: 'Prix',
  left: (n: string) => `reste ${n}`,
  seatsLeft: (n: number) => (n === 0 ? 'complet' : seats(n)),
  at: (n: string, price: string) => `${n} à ${price}`,
  noneAt: (price: string) => `aucune à ${price}`,
  sections: 'Secteurs',
  closer: 'Agrandir',
  wider: 'Réduire',
  whole: 'Voir tout le plan',
  plan: 'Places sur le plan',
  toTray: 'Aller à vos places',
  planHelp:
    'Les flèches déplacent, N va à la prochaine place libre et Maj N à la précédente, Entrée choisit, Échap montre tout le plan, plus et moins agrandissent et réduisent. Page précédente et suivante changent de secteur.',
  state: {
    free: 'libre',
    yours: 'la vôtre',
    inCart: 'dans votre panier',
    held: 'dans le panier de quelqu’un',
    sold: 'vendue',
    closed: 'pas en vente ici',
  },
  sight: {
    clear: 'bonne visibilité',
    restricted: 'visibilité réduite',
    wheelchair: 'place pour fauteuil roulant',
    companion: 'place d’accompagnant',
  },
  key: {
    free: 'Libre',
    yours: 'La vôtre',
    held: 'Dans un panier',
    sold: 'Vendue',
    restricted: 'Visibilité réduite',
    wheelchair: 'Fauteuil roulant',
    companion: 'Accompagnant',
    seatsFree: 'Places libres',
    few: 'Presque complet',
    soldOut: 'Complet',
    closed: 'Pas en vente ici',
  },
  how: {
    key: 'Entrée pour choisir.',
    pointer: 'Cliquez pour choisir.',
    keyLetGo: 'Entrée pour la rendre.',
    pointerLetGo: 'Cliquez pour la rendre.',
    keyOpen: 'Entrée pour voir les places.',
    pointerOpen: 'Cliquez pour voir les places.',
  },
  /** @param text the number, as it is written */
  free: (n: number, text: string) => (n === 1 ? '1 place libre' : `${text} places libres`),
  together: (n: number) => (n > 1 ? `jusqu’à ${n} côte à côte` : 'aucune côte à côte'),
  onlyTogether: (n: number) => `Places côte à côte seulement (${n})`,
  order: 'Ordre',
  bestFirst: 'Meilleures d’abord',
  cheapFirst: 'Moins chères d’abord',
  moreRows: (n: number) => (n === 1 ? 'Montrer 1 rang de plus' : `Montrer ${n} rangs de plus`),
  moreSections: (n: number) => (n === 1 ? 'Montrer 1 secteur de plus' : `Montrer ${n} secteurs de plus`),
  nothingListed: 'Aucune place ne convient. Choisissez moins de prix, ou moins de places côte à côte.',
  yourSeats: 'Vos places',
  of: (n: number, all: number) => `${n} sur ${all}`,
  seats,
  chooseUpTo: (n: number) =>
    `Choisissez ${n === 1 ? 'une place' : `jusqu’à ${n} places`} sur le plan ou dans la liste. Le prix de chacune est indiqué avant l’ajout.`,
  orTouch: 'Ou touchez un secteur pour voir ses places',
  tariff: (place: string) => `Tarif pour ${place}`,
  membersOnly: 'pour les membres',
  letGo: (place: string) => `Rendre ${place}`,
  details: 'Détails et tarifs',
  beforeHold: 'Les places restent libres pour les autres tant que vous ne les avez pas ajoutées au panier.',
  total: 'Total',
  add: (n: number) => `Ajouter ${seats(n)} au panier`,
  addNone: 'Ajouter au panier',
  adding: 'Ajout en cours…',
  addHint: 'Choisissez d’abord une place.',
  chosen: (place: string, n: number, total: string) => `${place} choisie. ${seats(n)}, ${total} au total.`,
  released: (place: string, n: number, total: string) =>
    `${place} rendue. ${n === 0 ? 'Aucune place choisie.' : `${seats(n)}, ${total} au total.`}`,
  picked: (n: number, place: string, total: string) =>
    `${seats(n)} choisie${s(n)} : ${place}. ${total} au total.`,
  taken: (place: string) => `${place} ne peut pas être choisie.`,
  limit: {
    title: (n: number) => `${capital(say(n))} place${s(n)} au plus par commande ici`,
    text: 'Rendez-en une pour en choisir une autre.',
    inCart: (n: number) =>
      `Votre panier en contient déjà ${say(n)}. Rendez-en une pour en choisir une autre.`,
    full: (n: number) => `Votre panier contient déjà les ${say(n)} qu’une commande peut contenir.`,
  },
  bestNone: {
    title: (n: number) => `Moins de ${n} places sont libres`,
    text: (filtered: boolean) =>
      filtered
        ? 'Choisissez un autre prix, ou moins de places.'
        : 'Prenez-en moins, ou essayez une autre date.',
  },
  bestApart: {
    title: (n: number) => `Il n’y a pas ${say(n)} places côte à côte`,
    text: (filtered: boolean) =>
      `Voici les meilleures parmi les plus proches.${filtered ? ' Choisissez un autre prix pour chercher plus loin.' : ''}`,
  },
  lone: {
    title: (seat: string) => `La place ${seat} resterait seule`,
    text: (n: number, canMove: boolean, canTake: boolean) =>
      canMove && canTake
        ? `Décalez-vous dans le rang, ou prenez-en ${say(n + 1)}.`
        : canTake
          ? `Prenez-en ${say(n + 1)}, ou laissez ainsi.`
          : canMove
            ? 'Décalez-vous dans le rang, ou laissez ainsi.'
            : 'Vous pouvez laisser ainsi.',
    move: 'Décaler pour moi',
    take: (seat: string) => `Prendre aussi la place ${seat}`,
  },
  lost: {
    title: (places: string, n: number) =>
      `${places} : ${n === 1 ? 'elle vient' : 'elles viennent'} de partir`,
    places: (row: string, numbers: string, n: number) =>
      n === 1 ? capital(rowSeat(row, numbers)) : `${row ? `Rang ${row}, p` : 'P'}laces ${numbers}`,
    text: (n: number, kept: number) =>
      `Quelqu’un ${n === 1 ? 'l’a prise' : 'les a prises'} juste avant vous.${
        kept === 0
          ? ''
          : kept === 1
            ? ' Votre autre place reste choisie.'
            : ` Vos ${say(kept)} autres places restent choisies.`
      }`,
    find: (n: number) => (n === 1 ? 'Trouver une autre place' : `Trouver ${say(n)} places côte à côte`),
    keep: (n: number) =>
      n === 0 ? 'En choisir d’autres' : n === 1 ? 'Garder une place' : `Garder ${say(n)} places`,
  },
  ask: {
    title: (place: string, kind: string) => `${place} est une ${kind}`,
    text: 'Elle est réservée à qui en a besoin. Choisissez le tarif qui convient.',
    choose: 'Choisir un tarif',
  },
  companion: {
    title: (tariff: string) => `« ${tariff} » ne se vend pas seul`,
    text: (tariffs: string) => `Choisissez ${tariffs} pour au moins une de vos places.`,
  },
  added: {
    title: (n: number) => `${capital(seats(n))} dans votre panier`,
    until: (time: string) => `Nous gardons vos places jusqu’à ${time}.`,
    checkOut: 'Passer commande',
    cart: 'Voir le panier',
    more: 'Choisir d’autres places',
  },
  nothingLeft: {
    title: 'Il ne reste rien pour cette date',
    text: 'Des places d’un panier peuvent revenir. Cette page vérifie toutes les quelques secondes.',
  },
  notKnownYet: {
    title: 'Nous ne savons pas encore quelles places sont libres',
    text: 'La billetterie est très sollicitée. Les places s’affichent ici dès qu’elle répond.',
  },
  notOnSale: {
    soon: 'Vous pourrez choisir vos places ici dès l’ouverture de la vente.',
    unavailable:
      'Il ne reste rien pour l’instant. Des places peuvent revenir ; regardez plus tard, ou choisissez une autre date.',
    'sold-out': 'Il ne reste rien. Choisissez une autre date.',
    ended: 'Les places pour cette date ne sont plus vendues en ligne.',
    cancelled: 'Cette date n’aura pas lieu. Choisissez-en une autre.',
    moved: 'Cette date a été déplacée. Choisissez la nouvelle.',
    'box-office': 'Les places pour cette date se vendent au guichet seulement.',
  },
  noMap: {
    title: 'Il n’y a pas de plan pour cette date',
    text: 'Nous choisissons les meilleures places libres pour vous : indiquez un prix, et combien.',
    go: 'Choisir par prix',
  },
  noPerformance: {
    title: 'Aucune date n’est choisie',
    text: 'Choisissez une date, et ses places s’affichent ici.',
  },
} satisfies SeatsMessages;
