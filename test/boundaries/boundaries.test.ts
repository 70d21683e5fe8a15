import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Import by import: who, of what, and whether the table allows it. */
const imports: [from: string, to: string, allowed: boolean][] = [
  ['packages/contract/src/cart.ts', 'node_modules/zod/index.js', true],
  ['packages/contract/src/cart.ts', 'packages/client/src/index.ts', false],
  ['packages/client/src/client.ts', 'packages/contract/src/index.ts', true],
  ['packages/client/src/client.ts', 'packages/store/src/index.ts', false],
  ['packages/store/src/cart.ts', 'packages/client/src/index.ts', true],
  ['packages/store/src/cart.ts', 'packages/elements/src/index.ts', false],
  ['packages/store/src/cart.ts', 'node_modules/lit/index.js', false],
  ['packages/seat-map/src/grid.ts', 'packages/contract/src/index.ts', false],
  ['packages/elements/src/cart/cart.ts', 'packages/store/src/index.ts', true],
  ['packages/elements/src/cart/cart.ts', 'packages/client/src/index.ts', false],
  ['packages/elements/src/shop/shop.ts', 'packages/client/src/index.ts', true],
  ['packages/elements/src/cart/cart.ts', 'packages/elements/src/event/event.ts', false],
  ['packages/elements/src/base/element.ts', 'packages/elements/src/shop/shop.ts', false],
  ['packages/elements/src/cart/cart.ts', 'server/relay/src/app.ts', false],
  ['packages/embed/src/embed.ts', 'packages/elements/src/index.ts', true],
  ['packages/embed/src/embed.ts', 'packages/store/src/index.ts', false],
  ['server/relay/src/carts/carts.ts', 'packages/contract/src/index.ts', true],
  ['server/relay/src/carts/carts.ts', 'packages/store/src/index.ts', false],
  ['server/relay/src/carts/carts.ts', 'server/relay/src/orders/orders.ts', false],
  ['server/relay/src/carts/carts.ts', 'server/relay/src/s360/s360.ts', true],
  ['server/relay/src/carts/carts.ts', 'server/relay/src/order/index.ts', true],
  ['server/relay/src/carts/carts.ts', 'server/relay/src/order/order.reads.ts', false],
  ['server/relay/src/carts/carts.ts', 'server/relay/src/state/index.ts', true],
  ['server/relay/src/gifts/gifts.ts', 'server/relay/src/carts/carts.ts', false],
  ['server/relay/src/app.ts', 'server/relay/src/carts/carts.ts', true],
  ['server/relay/src/order/order.ts', 'server/relay/src/s360/s360.ts', true],
  ['server/relay/src/order/order.ts', 'server/relay/src/carts/carts.ts', false],
  ['server/relay/src/s360/s360.ts', 'server/relay/src/order/index.ts', false],
  ['server/relay/src/state/state.ts', 'server/relay/src/s360/s360.ts', false],
  ['server/relay/src/http/server.ts', 'server/relay/src/carts/carts.ts', false],
  ['server/relay/src/carts/carts.ts', 'node_modules/soap/index.js', false],
  ['server/relay/src/s360/soap.ts', 'node_modules/soap/index.js', true],
  ['server/relay/src/app.ts', 'server/simulator/src/app.ts', false],
  ['server/simulator/src/app.ts', 'server/relay/src/app.ts', false],
  ['server/simulator/src/app.ts', 'packages/contract/src/index.ts', false],
  ['test/journeys/buy.ts', 'server/relay/src/app.ts', false],
  ['stories/cart.stories.ts', 'packages/elements/src/index.ts', true],
  ['stories/cart.stories.ts', 'packages/elements/src/cart/cart.ts', false],
];

/** How one file may know another. */
const ways = {
  value: (path: string) => `import { thing } from '${path}';\nexport const other = thing;\n`,
  type: (path: string) => `import type { Thing } from '${path}';\nexport type Other = Thing;\n`,
  later: (path: string) => `export const load = () => import('${path}');\n`,
};
const circleFolder = 'packages/store/src';
const circles = [
  ['value', 'value'],
  ['value', 'type'],
  ['type', 'type'],
  ['later', 'type'],
] as const;

describe('the import table', () => {
  let tree: string;
  let stopped: Set<string>;
  /** Each case gets a file of its own beside the one that it speaks of. */
  const fileOf = (from: string, index: number) => from.replace(/\.ts$/, `.case-${index}.ts`);

  before(async () => {
    tree = await mkdtemp(join(tmpdir(), 's360-boundaries-'));
    for (const [index, [from, to]] of imports.entries()) {
      const up = '../'.repeat(from.split('/').length - 1);
      const target = to.replace(/\.ts$/, '.js');
      await put(to, 'export const thing = 1;\n');
      await put(
        fileOf(from, index),
        `import { thing } from '${up}${target}';\nexport const other = thing;\n`,
      );
    }
    for (const [first, second] of circles) {
      const [one, other] = [`${first}-${second}-one`, `${first}-${second}-other`];
      await put(`${circleFolder}/${one}.ts`, ways[first](`./${other}.js`));
      await put(`${circleFolder}/${other}.ts`, ways[second](`./${one}.js`));
    }
    stopped = await judge();
  });
  after(() => rm(tree, { recursive: true }));

  async function put(path: string, text: string): Promise<void> {
    const file = join(tree, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** The files that the project's own table finds fault with. */
  async function judge(): Promise<Set<string>> {
    const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const settings = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'];
    const folders = ['packages', 'server', 'stories', 'test'];
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [cruiser, ...settings, ...folders], { cwd: tree }, (_, text) =>
        resolve(text),
      );
    });
    const { summary } = JSON.parse(output) as { summary: { violations: { from: string }[] } };
    return new Set(summary.violations.map(({ from }) => from));
  }

  for (const [first, second] of circles) {
    it(`stops two files from knowing each other, one by ${first}, the other by ${second}`, () => {
      assert.ok(stopped.has(`${circleFolder}/${first}-${second}-one.ts`));
    });
  }

  for (const [index, [from, to, allowed]] of imports.entries()) {
    it(`${allowed ? 'lets' : 'stops'} ${from} ${allowed ? 'import' : 'from importing'} ${to}`, () => {
      assert.equal(!stopped.has(fileOf(from, index)), allowed);
    });
  }
});
