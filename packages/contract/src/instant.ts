import * as z from 'zod';

/** ISO 8601 with offset, such as `2026-12-12T19:00:00+01:00`. */
export const instant = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof instant>;
