import * as z from 'zod';
import { id } from './ids.js';

/** A language and a theme in which a guided visit is given: what S-360 calls ThemeAndLanguage. Null where it has no choice of them. */
export const tour = z.strictObject({
  /** BCP 47, such as `fr`. */
  languageCode: z
    .string()
    .max(16)
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .nullable(),
  themeId: id.nullable(),
});
export type Tour = z.infer<typeof tour>;

/** The same with its names; empty where there is nothing to name. */
export const namedTour = tour.extend({ languageName: z.string(), themeName: z.string() });
export type NamedTour = z.infer<typeof namedTour>;
