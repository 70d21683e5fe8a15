import { idOf } from '../ids.js';
import { sameText, text } from '../text.js';
import {
  configurationIds,
  type HallPlan,
  hallNumbers,
  type PlanShape,
  planArea,
  publicContingentId,
} from './plan.js';

/** How many people the club may let in. */
const gauge = 300;

const stage: PlanShape = {
  role: 'stage',
  name: text('Stage', 'Scène', 'Bühne', 'Palco'),
  ring: [
    [14000, 9000],
    [26000, 9000],
    [26000, 12500],
    [14000, 12500],
    [14000, 9000],
  ],
};

const floorRing: PlanShape['ring'] = [
  [9000, 13500],
  [31000, 13500],
  [31000, 29000],
  [27000, 31000],
  [13000, 31000],
  [9000, 29000],
  [9000, 13500],
];

/** The Cellar Club: no seats, one unnumbered zone sold by quantity up to its gauge. */
export function drawClub(): HallPlan {
  const area = planArea('CLUB', 1, 'FLOOR', text('Club floor', 'Salle du club', 'Clubraum', 'Sala del club'));
  const category = {
    id: idOf('seatCategory', hallNumbers.CLUB * 10),
    code: 'CAT_FREE',
    name: text('Free seating', 'Placement libre', 'Freie Platzwahl', 'Posto libero'),
    color: '#b05323',
  };
  const zone = {
    areaId: area.id,
    area: area.name.en,
    seatCategoryId: category.id,
    contingentId: publicContingentId,
    gauge,
  };
  return {
    hall: { ...configurationIds('CLUB'), code: 'CLUB', seats: [], zones: [zone] },
    name: sameText('The Cellar Club'),
    areas: [area],
    blocks: [],
    categories: [category],
    rotations: new Int16Array(0),
    shapes: [stage, { role: 'zone', name: area.name, ring: floorRing }],
  };
}
