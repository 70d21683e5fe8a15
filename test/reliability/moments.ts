/** Every `await` of the relay's checkout, as a place at which a relay may be struck: no line of the product knows of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Chance } from './chance.js';

/** Asked at each `await`, before it begins. What is given back is waited for. */
export type AtMoment = (moment: string) => true | Promise<true>;

/** The global that compiled code with moments asks. */
export const momentGlobal = '__moment';

const compiled = dirname(createRequire(import.meta.url).resolve('@s360-widgets/relay/trial-relay'));
const folder = join(compiled, 'checkout');
const isCounted = (file: string) => /^checkout\.(?!test|fake|trial)[a-z-]+\.js$/.test(file);

export const hasMoments = (url: string): boolean =>
  isCounted(url.slice(url.lastIndexOf('/') + 1)) && url.includes('/relay/dist/checkout/');

/** Compiled code that asks at each `await`, with the names of its moments: file and line. */
export function withMoments(source: string, file: string): { source: string; moments: string[] } {
  const moments: string[] = [];
  const lines = source.split('\n').map((line, at) => {
    if (/^\s*(\/\/|\/?\*)/.test(line)) return line;
    return line.replace(/(?<!for )\bawait /g, () => {
      const moment = `${file}:${at + 1}`;
      moments.push(moment);
      return `await ${momentGlobal}('${moment}') && await `;
    });
  });
  return { source: lines.join('\n'), moments };
}

/** All moments of the checkout as it is compiled now. */
export const allMoments = (): string[] =>
  readdirSync(folder)
    .filter(isCounted)
    .flatMap((file) => withMoments(readFileSync(join(folder, file), 'utf8'), file).moments);

/** The moment of the one await that this text of a file's compiled code stands at. @throws where there is none, or another one */
export function momentAt(file: string, text: string): string {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const found = lines.flatMap((line, at) =>
    line.includes(text) && line.includes('await ') ? `${file}:${at + 1}` : [],
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${file} has ${found.length} awaits at "${text}"`);
  return found[0];
}

/** The moments that are still to be struck in a run; when none is left, all of them anew. */
export class MomentsLeft {
  #left = new Set<string>();

  draw(chance: Chance): string {
    if (this.#left.size === 0) this.#left = new Set(allMoments());
    return chance.pick([...this.#left]);
  }

  /** The moment was struck, or none was. Gives its name, or nothing. */
  strike(moment: string | undefined): string {
    if (moment) this.#left.delete(moment);
    return moment ?? '';
  }
}
