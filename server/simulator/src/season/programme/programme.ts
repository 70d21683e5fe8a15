import { arena, stadium } from './arena-and-stadium.js';
import { club, museum } from './club-and-museum.js';
import { operaHouse } from './opera-house.js';
import type { Work } from './work.js';

/** The whole programme. The order gives the ids, so new works go to the end of their list's house only with care. */
export const programme: readonly Work[] = [...operaHouse, ...arena, ...stadium, ...club, ...museum];
