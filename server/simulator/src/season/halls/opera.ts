import { text } from '../text.js';
import { at } from './opera.house.js';
import { drawBoxes, drawRings } from './opera.rings.js';
import { drawStalls } from './opera.stalls.js';
import { finishPlan, type HallPlan, planCategories } from './plan.js';

function stageRing(): [number, number][] {
  const corners = [at(-14.5, -15), at(14.5, -15), at(16.6, -11.1), at(-16.6, -11.1), at(-14.5, -15)];
  return corners.map(({ x, y }) => [Math.round(x), Math.round(y)]);
}

/** The opera house: 1,186 seats in stalls, boxes and three balconies around the stage. */
export function drawOpera(): HallPlan {
  const categories = planCategories('OPERA', 6);
  const parts = [drawStalls(categories), drawBoxes(categories), drawRings(categories)];
  const stage = {
    role: 'stage' as const,
    name: text('Stage', 'Scène', 'Bühne', 'Palcoscenico'),
    ring: stageRing(),
  };
  return finishPlan(
    'OPERA',
    {
      name: text(
        'Opera House, Main Stage',
        'Opéra, grande salle',
        'Opernhaus, Grosse Bühne',
        'Teatro dell’Opera, sala grande',
      ),
      areas: parts.flatMap((part) => part.areas),
      blocks: parts.flatMap((part) => part.blocks),
      categories,
      shapes: [stage],
    },
    parts.flatMap((part) => part.drafts),
  );
}
