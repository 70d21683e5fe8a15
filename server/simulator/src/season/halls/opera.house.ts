import type { PlanArea, PlanBlock, SeatDraft } from './plan.js';

/** The middle of the horseshoe in the plane, and the distance of two neighbours. */
const house = { x: 20_000, y: 17_900, pitch: 240 };

/** What each drawn part of the house adds to the plan. */
export interface HousePart {
  areas: PlanArea[];
  blocks: PlanBlock[];
  drafts: SeatDraft[];
}

/** Rows are lettered without I and O, which read as digits. */
export const rowLetters = [...'ABCDEFGHJKLMNPQRS'];

/** A point of the drawing: seat pitches right of and below the middle of the horseshoe. */
export function at(right: number, down: number): { x: number; y: number } {
  return { x: house.x + right * house.pitch, y: house.y + down * house.pitch };
}

/** Place of a seat, turned towards the middle of the stage. */
export function placeAt(right: number, down: number): Pick<SeatDraft, 'x' | 'y' | 'rotation'> {
  return { ...at(right, down), rotation: (Math.atan2(-right, 12 + down) * 180) / Math.PI };
}
