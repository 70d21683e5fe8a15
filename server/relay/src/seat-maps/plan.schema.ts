import * as z from 'zod';

/** The shape of a hall's GeoJSON, feature by feature; messages finish the sentence that begins with the field's path. */

/** The plane of the shop's map is about 40,000 units wide; files may go a little beyond. */
const PLANE = 50_000;

const names = z.record(
  z.string().regex(/^[a-z]{2}$/, 'a language is two lower-case letters'),
  z.string().min(1),
);
/** Ids may be JSON numbers, as the shop's map writes them, as long as a number holds them exactly. */
const id = z
  .union([z.string().regex(/^[1-9]\d{0,15}$/), z.int().positive()], 'must be an id of at most 16 digits')
  .transform(String)
  .refine((text) => Number.isSafeInteger(Number(text)), 'must be below 2^53');
const place = z
  .int('must be a whole number')
  .min(0, 'lies outside the plane')
  .max(PLANE, 'lies outside the plane');
const position = z.tuple([place, place], 'must be [x, y]');
const named = z.object({ id, name: names });
const label = z.string('is missing').trim().min(1, 'is empty').max(12, 'is longer than 12 characters');

/** A seat. Properties that we have no use for, such as its colour, are left alone. */
export const seatFeature = z.object({
  geometry: z.object({ type: z.literal('Point'), coordinates: position }),
  properties: z.object({
    id,
    area: named,
    block: named.nullish(),
    row: label,
    number: label,
    seatCategoryId: id,
    /** GUESS: the shop's map tells a seat's view only in its detail answer, where `VISIBLE` was seen. */
    stageVisibilityType: z.string().default('VISIBLE'),
    /** GUESS: no source shows how the map marks these places. */
    seatKind: z.enum(['SEAT', 'WHEELCHAIR', 'COMPANION']).default('SEAT'),
  }),
});

/** GUESS: a format of ours, since the shop's map has its stage in a picture. */
export const shapeFeature = z.object({
  geometry: z.object({
    type: z.literal('Polygon'),
    coordinates: z.tuple([z.array(position).min(4, 'needs four positions at least')], 'must be one ring'),
  }),
  properties: z.discriminatedUnion('role', [
    z.object({ role: z.literal('stage'), name: names }),
    z.object({ role: z.literal('pitch'), name: names }),
    z.object({ role: z.literal('zone'), name: names, areaId: id, seatCategoryId: id.nullish() }),
  ]),
});

/** What the file says of the hall: a foreign member of the collection, beside GeoJSON's own. */
const hall = z.object({
  code: z.string().regex(/^[A-Z0-9_-]+$/i),
  logicalConfigurationId: id,
  name: names,
});

export const collection = z.object({
  type: z.literal('FeatureCollection'),
  hall,
  features: z.array(z.unknown()),
});
