import { id } from '@s360-widgets/contract';
import * as z from 'zod';

/** `index.json` of a plan directory: which plan each logical configuration has. Beside it lies `{hash}.json` for each. */
export const planIndex = z.object({
  plans: z.array(
    z.object({
      /** The hall's code, for people. */
      code: z.string(),
      logicalConfigurationId: id,
      /** Of the plan's bytes: the plan's name for caches. */
      hash: z.string().regex(/^[0-9a-f]{16}$/),
      seatCount: z.int().nonnegative(),
    }),
  ),
});
export type PlanIndex = z.infer<typeof planIndex>;
export type PlanEntry = PlanIndex['plans'][number];
