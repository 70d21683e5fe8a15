import type { Warnings } from './warnings.js';

/** Warns a page's makers in the console. The words come when there is something to say; without them, what it is about is said. */
export function warn<Name extends keyof Warnings>(name: Name, ...about: Parameters<Warnings[Name]>): void {
  import('./warnings.js').then(
    ({ warnings }) => console.warn((warnings[name] as (...about: unknown[]) => string)(...about)),
    () => console.warn(name, ...about),
  );
}
