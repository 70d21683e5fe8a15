import { idOf } from './ids.js';
import type { AudienceSubCategory, CatalogSeason } from './season.types.js';
import { externalName, type Text, text } from './text.js';

/** A tariff of the house, the same for all its products. */
export interface Tariff {
  code: string;
  id: string;
  /** Of the full price. */
  share: number;
  kind: AudienceSubCategory['audienceCategoryKind'];
  name: Text;
  description?: Text;
  /** Codes of the tariffs of which one must be bought along. */
  requires: string[];
  /** Offered only where the seat category has wheelchair spaces. */
  accessible: boolean;
}

/** Shown under the tariff's name, since a reduction is checked at the entrance. */
const proof = text(
  'Proof of age at the door',
  'Justificatif d’âge à l’entrée',
  'Altersnachweis am Einlass',
  'Documento all’ingresso',
);

const list: Omit<Tariff, 'id'>[] = [
  {
    code: 'FULL',
    share: 1,
    kind: 'FULL',
    name: text('Full price', 'Plein tarif', 'Normalpreis', 'Intero'),
    requires: [],
    accessible: false,
  },
  {
    code: 'UNDER26',
    share: 0.5,
    kind: 'REDUCED',
    name: text('Under 26', 'Moins de 26 ans', 'Unter 26', 'Under 26'),
    description: proof,
    requires: [],
    accessible: false,
  },
  {
    code: 'CHILD',
    share: 0.3,
    kind: 'REDUCED',
    name: text('Child up to 12', 'Enfant jusqu’à 12 ans', 'Kind bis 12 Jahre', 'Bambini fino a 12 anni'),
    description: text(
      'Only together with a full price ticket',
      'Uniquement avec un billet plein tarif',
      'Nur zusammen mit einem Ticket zum Normalpreis',
      'Solo insieme a un biglietto intero',
    ),
    requires: ['FULL'],
    accessible: false,
  },
  {
    code: 'SENIOR',
    share: 0.8,
    kind: 'REDUCED',
    name: text('Senior 65+', 'Senior 65+', 'Ab 65 Jahren', 'Over 65'),
    description: proof,
    requires: [],
    accessible: false,
  },
  {
    code: 'WHEEL',
    share: 0.5,
    kind: 'REDUCED',
    name: text(
      'Wheelchair user',
      'Personne en fauteuil roulant',
      'Rollstuhlplatz',
      'Persona in sedia a rotelle',
    ),
    description: text(
      'Companion seat free of charge',
      'Place accompagnant gratuite',
      'Begleitplatz kostenlos',
      'Posto accompagnatore gratuito',
    ),
    requires: [],
    accessible: true,
  },
  {
    code: 'COMPAN',
    share: 0,
    kind: 'FREE',
    name: text('Companion', 'Accompagnant', 'Begleitperson', 'Accompagnatore'),
    description: text(
      'One for each wheelchair user',
      'Un par personne en fauteuil roulant',
      'Eine für jeden Rollstuhlplatz',
      'Uno per ogni persona in sedia a rotelle',
    ),
    requires: ['WHEEL'],
    accessible: true,
  },
];

/** The tariffs, in the order in which they are offered. */
export const tariffs: readonly Tariff[] = list.map((tariff, n) => ({
  ...tariff,
  id: idOf('audienceSubCategory', n + 1),
}));

/** Every tariff's id, for sale periods that are open to all. */
export const tariffIds: readonly string[] = tariffs.map(({ id }) => id);

/** The season's tariffs in S-360's shape: one category of individual buyers. */
export function audienceCategories(): CatalogSeason['audienceCategories'] {
  return [
    {
      id: idOf('audienceCategory', 1),
      code: 'PUBLIC',
      mainCategory: 'OCCASIONAL',
      secondaryCategory: 'INDIVIDUAL',
      externalName: externalName(
        text('Individual visitors', 'Public individuel', 'Einzelbesucher', 'Pubblico individuale'),
      ),
      audienceSubCategories: tariffs.map((tariff, rank) => ({
        id: tariff.id,
        code: tariff.code,
        externalName: externalName(tariff.name),
        ...(tariff.description ? { externalDescription: externalName(tariff.description) } : {}),
        audienceCategoryKind: tariff.kind,
        requiredAudienceSubCategoryIds: tariffs
          .filter(({ code }) => tariff.requires.includes(code))
          .map(({ id }) => id),
        // A companion sits beside the wheelchair space, whatever that seat's category is.
        crossSeatCategory: tariff.code === 'COMPAN',
        rank: rank + 1,
      })),
    },
  ];
}
