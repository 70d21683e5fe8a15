import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { watchAnswers } from './relay-answers.js';
import { type Stack, type StackOptions, startStack } from './stack.js';

export interface WorkerThings {
  stackOptions: StackOptions;
  stack: Stack;
}

/** A test with real processes behind it, shared by the tests of one worker that want the same. */
export const test = base.extend<object, WorkerThings>({
  stackOptions: [{}, { option: true, scope: 'worker' }],
  stack: [
    async ({ stackOptions }, use) => {
      const stack = await startStack(stackOptions);
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  /** Whatever the test is about: what the relay answers to its pages must be what the contract promises. */
  context: async ({ context, stack }, use) => {
    const misfits = watchAnswers(context, stack.relay);
    await use(context);
    expect(await misfits(), 'answers of the relay').toEqual([]);
  },
  baseURL: async ({ stack }, use) => use(stack.site),
});

export { expect };

/** The heading above the rows of a month, whichever it is today. */
export const month =
  /^(January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?$/;

/** Nothing that an automatic audit can find, in the page and in each shadow root; the provider's own frame is not ours. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join('; ')}`,
  );
  expect(found, 'accessibility audit').toEqual([]);
}
