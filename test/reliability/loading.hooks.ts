/** How compiled code is changed as it is loaded: moments at each await of a relay's checkout, a planted bug, imports that are waited for. */
import type { LoadHook } from 'node:module';
import { hasMoments, withMoments } from './moments.js';
import { plant, plantedBugs, type PlantedBug, type PlantedName } from './planted.js';

export interface Changes {
  readonly planted: PlantedName | undefined;
  /** The global that hears of each module that a visitor's client imports when it needs it; undefined: nobody does. */
  readonly importGlobal: string | undefined;
}

let bug: PlantedBug | undefined;
let counted: string | undefined;

export function initialize({ planted, importGlobal }: Changes): void {
  bug = planted && plantedBugs[planted];
  counted = importGlobal;
}

const hasImports = (url: string): boolean => counted !== undefined && url.includes('/client/dist/');

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  const isPlanted = bug !== undefined && url.endsWith(`/relay/dist/${bug.file}`);
  if (!isPlanted && !hasMoments(url) && !hasImports(url)) return loaded;
  let source = Buffer.from(loaded.source as Uint8Array).toString();
  if (bug && isPlanted) source = plant(source, bug);
  if (hasMoments(url)) ({ source } = withMoments(source, url.slice(url.lastIndexOf('/') + 1)));
  if (hasImports(url)) source = source.replace(/\bimport\('[^']+'\)/g, `${counted}($&)`);
  return { ...loaded, source };
};
