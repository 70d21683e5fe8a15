/** What is said in the console, to a page's makers and in English only, about what a page or the relay gave. */
export const warnings = {
  oddFlag: (attribute: string, value: string) =>
    `${attribute}="${value}" is neither true nor false; it counts as true.`,
  oddLayout: (layout: string) => `layout="${layout}" is unknown; cards are shown.`,
  oddDate: (attribute: string, value: string) =>
    `${attribute}="${value}" can’t be read as a date, so it is left out. Write it as 2026-12-01: year, month, day.`,
  oddName: (attribute: string, value: string) => `${attribute}="${value}" names nothing that is on.`,
  oddLanguage: (lang: string) => `lang="${lang}" is no language that the shop can use.`,
  unspokenLanguage: (lang: string) => `The widgets don’t speak "${lang}" yet.`,
  unknownZone: (zone: string) => `Time zone "${zone}" is unknown; times are the visitor's own.`,
  takenTag: (tag: string, version: string) => `<${tag}> is already defined, not by version ${version}.`,
};

export type Warnings = typeof warnings;
