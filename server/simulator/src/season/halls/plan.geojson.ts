import type { Seat } from '../season.types.js';
import { sameText } from '../text.js';
import type { HallPlan, PlanArea, PlanBlock, PlanShape } from './plan.js';

/**
 * A plan as the GeoJSON that the shop's own map speaks: a Point a seat on a plane of 0..40000, the y axis downwards.
 * GUESS: `seatKind`, the polygons and the members about the hall are ours, for the shop's map has none of them.
 */
export function planGeoJson(plan: HallPlan): string {
  const { code, logicalConfigurationId, physicalConfigurationId } = plan.hall;
  const hall = { code, logicalConfigurationId, physicalConfigurationId, name: plan.name };
  const features = [...plan.shapes.map((shape) => shapeFeature(plan, shape)), ...seatFeatures(plan)];
  // One feature a line: small, and still readable in a diff.
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  const head = `"type":"FeatureCollection","hall":${JSON.stringify(hall)}`;
  return `{${head},"features":[\n${lines}\n]}\n`;
}

function shapeFeature({ hall }: HallPlan, { role, name, ring }: PlanShape) {
  const [zone] = hall.zones;
  const sold =
    role === 'zone' && zone
      ? { areaId: zone.areaId, seatCategoryId: zone.seatCategoryId, gauge: zone.gauge }
      : {};
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { role, name, ...sold },
  };
}

function seatFeatures({ hall, areas, blocks, categories, rotations }: HallPlan) {
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const blockOf = new Map(blocks.map((block) => [block.id, block]));
  const categoryOf = new Map(categories.map((category) => [category.id, category]));
  return hall.seats.map((seat, index) => {
    const category = categoryOf.get(seat.seatCategoryId);
    return {
      type: 'Feature',
      id: seat.id,
      geometry: { type: 'Point', coordinates: [seat.x, seat.y], rotation: rotations[index] ?? 0 },
      properties: {
        id: seat.id,
        ...placeOf(seat, areaOf.get(seat.areaId), blockOf.get(seat.blockId ?? '')),
        color: category?.color,
        row: seat.row,
        number: seat.number,
        seatCategoryId: seat.seatCategoryId,
        seatCategory: category?.name.en,
        audienceSubCategoryId: 0,
        contingentId: seat.contingentId,
        stageVisibilityType: seat.restrictedView ? 'RESTRICTED' : 'VISIBLE',
        ...(seat.kind === 'SEAT' ? {} : { seatKind: seat.kind }),
      },
    };
  });
}

/** Area and block of a seat. A block that is only a number is the same in all languages, and is written once. */
function placeOf(seat: Seat, area: PlanArea | undefined, block: PlanBlock | undefined) {
  const named = { area: { id: seat.areaId, name: area?.name ?? sameText(seat.area) } };
  if (!block) return named;
  const { en } = block.name;
  const name = Object.values(block.name).every((value) => value === en) ? { en } : block.name;
  return { block: { id: block.id, name }, ...named };
}
