import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What a page has loaded of the kit: gzip -9 bytes of each file. */
export type Weight = ReadonlyMap<string, number>;

/** 1 kB is 1,000 bytes. */
export const kB = 1_000;

/** Weighs each script and style sheet that the page requests below the relay's `/embed/`, from the call on, none from a cache. */
export async function weigh(page: Page): Promise<() => Promise<Weight>> {
  const responses: Response[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  page.on('response', (response) => {
    if (/\/embed\/.*\.(js|css)(\?|$)/.test(response.url())) responses.push(response);
  });
  return async () => {
    const weight = new Map<string, number>();
    for (const response of responses)
      weight.set(nameOf(response), gzipSync(await response.body(), { level: 9 }).length);
    return weight;
  };
}

const nameOf = (response: Response) => new URL(response.url()).pathname.split('/').at(-1) ?? '';

const plain = (name: string) => name.replace(/\.\w+$/, '');

export const bytes = (weight: Weight): number => [...weight.values()].reduce((sum, each) => sum + each, 0);

/** What a page loads that another does not. */
export function beyond(weight: Weight, other: Weight): Weight {
  return new Map([...weight].filter(([name]) => !other.has(name)));
}

const isLocale = ([name]: [string, number]) => /^[a-z]{2}(\.\w+)?$/.test(plain(name));

/** Each locale file has a limit of its own. */
export const locales = (weight: Weight): Weight => new Map([...weight].filter(isLocale));
export const code = (weight: Weight): Weight => new Map([...weight].filter((each) => !isLocale(each)));

/** One row of the table: what, how many files, bytes, limit. */
export function report(title: string, weight: Weight, limit?: number): void {
  const number = (value: number) => value.toLocaleString('en').padStart(7);
  const bound = limit === undefined ? '' : ` of ${number(limit)}`;
  const files = [...weight].map(([name, size]) => `${plain(name)} ${size}`).join(', ');
  console.log(
    `${title.padEnd(44)} ${String(weight.size).padStart(3)} files ${number(bytes(weight))}${bound}  (${files})`,
  );
}
