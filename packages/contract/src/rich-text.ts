import * as z from 'zod';

/**
 * A description as a tree of allowed parts. S-360's editors write HTML; the relay turns it into this, so that no HTML
 * reaches a page and nothing has to be sanitised there.
 */
export const textRun = z.strictObject({
  text: z.string(),
  strong: z.literal(true).optional(),
  emphasis: z.literal(true).optional(),
  /** http, https, mailto or tel. */
  href: z.string().optional(),
});
export type TextRun = z.infer<typeof textRun>;

export const textBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), runs: z.array(textRun) }),
  z.strictObject({ kind: z.literal('heading'), runs: z.array(textRun) }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(textRun)) }),
]);
export type TextBlock = z.infer<typeof textBlock>;

export const richText = z.array(textBlock);
export type RichText = z.infer<typeof richText>;
