import { idOf } from '../ids.js';
import type { CatalogSeason, SimpleFamily } from '../season.types.js';
import { externalName, type Text, text } from '../text.js';
import type { Genre } from './work.js';

/** What is found under a topic: works of a genre, or what is sold beside the programme. */
type Subject = Genre | Exclude<SimpleFamily, 'PASS'> | 'SEASONTICKET' | 'PACKAGE';

/** A genre belongs to one topic; sport has two genres, since matches are priced and drawn apart. */
const topics: { code: string; name: Text; genres: Subject[] }[] = [
  { code: 'OPERA', name: text('Opera', 'Opéra', 'Oper', 'Opera'), genres: ['opera'] },
  { code: 'CONCERT', name: text('Concert', 'Concert', 'Konzert', 'Concerto'), genres: ['concert'] },
  { code: 'DANCE', name: text('Dance', 'Danse', 'Tanz', 'Danza'), genres: ['ballet'] },
  { code: 'THEATRE', name: text('Theatre', 'Théâtre', 'Theater', 'Teatro'), genres: ['theatre'] },
  { code: 'POP', name: text('Pop and rock', 'Pop et rock', 'Pop und Rock', 'Pop e rock'), genres: ['pop'] },
  { code: 'JAZZ', name: text('Jazz', 'Jazz', 'Jazz', 'Jazz'), genres: ['jazz'] },
  {
    code: 'SHOW',
    name: text('Show and circus', 'Spectacle et cirque', 'Show und Zirkus', 'Show e circo'),
    genres: ['show'],
  },
  { code: 'SPORT', name: text('Sport', 'Sport', 'Sport', 'Sport'), genres: ['football', 'hockey'] },
  { code: 'EXHIB', name: text('Exhibition', 'Exposition', 'Ausstellung', 'Mostra'), genres: ['exhibition'] },
  { code: 'FAMILY', name: text('Family', 'Famille', 'Familie', 'Famiglie'), genres: ['family'] },
  { code: 'COMEDY', name: text('Comedy', 'Humour', 'Comedy', 'Comicità'), genres: ['comedy'] },
  { code: 'FILM', name: text('Film', 'Film', 'Film', 'Film'), genres: ['film'] },
  { code: 'SHOP', name: text('Shop', 'Boutique', 'Shop', 'Negozio'), genres: ['GOODS'] },
  {
    code: 'VISIT',
    name: text('For your visit', 'Pour votre visite', 'Rund um den Besuch', 'Per la visita'),
    genres: ['SERVICE'],
  },
  {
    code: 'MEMBER',
    name: text('Membership', 'Adhésion', 'Mitgliedschaft', 'Adesione'),
    genres: ['MEMBERSHIP'],
  },
  {
    code: 'SUBSCR',
    name: text('Season tickets', 'Abonnements', 'Abonnements', 'Abbonamenti'),
    genres: ['SEASONTICKET'],
  },
  { code: 'PACKAGE', name: text('Packages', 'Forfaits', 'Pakete', 'Pacchetti'), genres: ['PACKAGE'] },
];

/** The season's topics in S-360's shape. */
export function seasonTopics(): CatalogSeason['topics'] {
  return topics.map(({ code, name }, n) => ({
    id: idOf('topic', n + 1),
    code,
    externalName: externalName(name),
  }));
}

/** The topic under which something is found. */
export function topicIdOf(subject: Subject): string {
  return idOf('topic', topics.findIndex(({ genres }) => genres.includes(subject)) + 1);
}
