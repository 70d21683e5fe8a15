import type { Words } from './words.js';

export const fr: Words = {
  leads: {
    opera: [
      'Une grande histoire d’amour et de pouvoir, chantée par la troupe de la maison, avec le Lumen Philharmonic dans la fosse.',
      'Une nouvelle production aux images claires : peu d’accessoires, beaucoup de lumière, et chaque mot compris.',
      'De retour sur notre scène après six ans, avec une jeune distribution et la partition d’origine sans coupures.',
    ],
    ballet: [
      'Toute la compagnie sur un plateau presque nu : seuls comptent la ligne, le souffle et l’orchestre.',
      'Une soirée entre pas classiques et gestes d’aujourd’hui, dansée sur de la musique vivante.',
    ],
    concert: [
      'Une œuvre, une salle, un soir : jouée d’un seul élan, suivie d’une rencontre au foyer.',
      'Un programme sur la nuit, du murmure aux grands cuivres, avec une présentation une demi-heure avant le début.',
    ],
    theatre: [
      'Une comédie sur ceux qui veulent trop, dans une traduction faite pour cette production.',
      'Six comédiens, une table, deux heures : une pièce qui ne ménage personne.',
    ],
    family: [
      'Pour les enfants et tous ceux qui les accompagnent : de la musique à voir, à entendre et à partager.',
      'Une histoire avec instruments, racontée en moins d’une heure. Ensuite, chacun peut essayer un violoncelle.',
    ],
    pop: [
      'Des chansons nouvelles et celles que l’on chante en chœur, pour la première tournée en trois ans.',
      'Un groupe qui remplit les grandes salles et sonne pourtant comme dans votre cuisine.',
    ],
    show: [
      'Deux heures de courage et de savoir-faire, avec musique vivante et sans un mot à traduire.',
      'Des artistes de onze pays, une piste, et un final que l’on entend avant de le voir.',
    ],
    hockey: [
      'Les Lions à domicile : trois tiers-temps, de l’air froid et la tribune la plus bruyante du fleuve.',
    ],
    football: [
      'Match de championnat au Lumen Stadium. Ouverture des portes deux heures avant le coup d’envoi ; transports publics compris.',
    ],
    jazz: [
      'Deux sets dans la cave, assez près pour entendre les balais sur la caisse claire.',
      'Des standards démontés puis remontés, avec des invités au second set.',
      'Tard, chaleureux et sans amplification, autant que la salle le permet.',
    ],
    comedy: [
      'De nouveaux textes, essayés sur vous. Le premier rang est à vos risques et périls.',
      'Une soirée sur tout ce que l’on ne devrait pas dire à table en famille.',
    ],
    film: [
      'Des images restaurées sur grand écran, avec des musiciens qui jouent chaque plan.',
      'Une petite sélection présentée par ses auteurs ; le bar reste ouvert.',
    ],
    exhibition: [
      'Originaux, maquettes et outils, souvent montrés pour la première fois.',
      'Une promenade à travers sept salles, à votre rythme.',
    ],
  },
  ownLeads: {
    MAGFLUTE:
      'Le conte de Mozart pour petits et grands : un prince, un oiseleur et trois énigmes. Chanté en allemand, surtitré en anglais et en français.',
    MAHLER2:
      'Dix cors, deux solistes, un chœur de cent vingt voix : la Deuxième de Mahler fait trembler la maison.',
    FCLNORTE:
      'Le match au sommet du premier tour : l’Atlético Norte vient à Lumen pour la première fois depuis 2019.',
    SWANLAKE:
      'Le ballet des ballets dans la version de notre maison, avec les actes blancs tels qu’on les dansait en 1895.',
    PAPERCIT:
      'Deux cents feuilles, pas un ordinateur : comment on dessina des villes entières à la main, de Piranèse à nos jours.',
    GUIDED:
      'La collection avec quelqu’un qui la connaît : une heure et quart avec un guide, en petit groupe. À vous de choisir ce que vous voulez voir, et dans quelle langue.',
    OKAFOR:
      'Le saxophoniste Nils Okafor revient à la cave avec un nouveau quartet et la musique de son album Low Water.',
    DONCARLO:
      'Nous sommes désolés : cette représentation est annulée. Les billets sont remboursés sur le moyen de paiement, sans démarche de votre part.',
    ICEGALA:
      'Des champions du monde et les jeunes de l’école de patinage, un orchestre et un final très frais.',
  },
  periods: {
    morning: 'Matin',
    matinee: 'Matinée',
    familyMatinee: 'Matinée en famille',
    evening: 'Soirée',
    late: 'Fin de soirée',
    match: 'Match',
  },
  duration: 'Durée :',
  interval: 'un entracte',
  noInterval: 'sans entracte',
  age: 'Dès {age} ans',
  surtitles: 'Surtitres en anglais et en français',
  doors: 'Ouverture des portes une heure avant le début.',
  cloakroom: 'Le vestiaire est gratuit. Les retardataires entrent à l’entracte.',
  wheelchair: 'Chaque place pour fauteuil roulant a une place accompagnant à côté d’elle.',
  planVisit: 'Préparer votre visite',
  timedEntry:
    'Présentez-vous dans les 30 minutes qui suivent l’heure du billet ; restez aussi longtemps que vous voulez.',
  guidedEntry: 'Le guide attend au vestiaire et part à l’heure ; merci d’y être dix minutes avant.',
  dayEntry: 'Valable pour toutes les salles le jour de votre choix, autant de fois que vous voulez.',
};
