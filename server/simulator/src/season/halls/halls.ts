import { drawArena } from './arena.js';
import { drawClub } from './club.js';
import { drawOpera } from './opera.js';
import type { HallPlan } from './plan.js';
import { drawStadium } from './stadium.js';

let drawn: HallPlan[] | undefined;

/** The four halls; drawn once a process, since they depend on nothing but this code. */
export function hallPlans(): readonly HallPlan[] {
  drawn ??= [drawOpera(), drawArena(), drawStadium(), drawClub()];
  return drawn;
}

/** The plan of a hall by its code; the museum has none. */
export function hallPlan(code: string): HallPlan | undefined {
  return hallPlans().find((plan) => plan.hall.code === code);
}
