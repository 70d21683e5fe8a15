import { register } from 'node:module';
import type { Changes } from './loading.hooks.js';
import { type AtMoment, momentGlobal } from './moments.js';
import type { PlantedName } from './planted.js';

const importGlobal = '__import';

export interface LoadingWishes {
  /** Asked at each await of a relay's checkout. */
  readonly atMoment: AtMoment;
  /** A bug that relays have in them. */
  readonly planted?: PlantedName | undefined;
  /** Hears of each module that is imported when it is needed: another thread finds it. Gives back the same. */
  readonly onImport?: (<T>(imported: Promise<T>) => Promise<T>) | undefined;
}

/** What is loaded from now on is changed so. */
export function changeLoading({ atMoment, planted, onImport }: LoadingWishes): void {
  Object.assign(globalThis, { [momentGlobal]: atMoment, [importGlobal]: onImport });
  const changes: Changes = { planted, importGlobal: onImport && importGlobal };
  register('./loading.hooks.js', import.meta.url, { data: changes });
}
