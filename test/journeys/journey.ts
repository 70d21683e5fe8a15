import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
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
  baseURL: async ({ stack }, use) => use(stack.site),
});

export { expect };

/** Nothing that an automatic audit can find, in the page and in each shadow root; the provider's own frame is not ours. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join('; ')}`,
  );
  expect(found, 'accessibility audit').toEqual([]);
}
