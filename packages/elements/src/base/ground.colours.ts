import type { ReactiveElement } from 'lit';
import { groundTokens } from '../styles/tokens.ground.js';
import { type Colour, contrast, type Surroundings, surroundingsOf } from './surroundings.js';

type Scheme = 'light' | 'dark';
const inks = { light: '#14191e', dark: '#eeede8' };
const ownInk: Record<Scheme, Pick<Colour, 'luminance'>> = {
  light: { luminance: 0.009 },
  dark: { luminance: 0.84 },
};
/** The luminance with the same contrast to black and to white. */
const middle = 0.18;

const found = new WeakMap<Element, Surroundings>();

/** What an element that follows its page found around itself; undefined where something else decides. */
export const surroundingsFound = (element: Element): Surroundings | undefined => found.get(element);

const sheets = new WeakMap<Element, CSSStyleSheet>();

/** Makes an element's colours fit the page around it, as it is now. */
export function paint(host: ReactiveElement): void {
  if (!host.isConnected) return;
  const sheet = sheets.get(host) ?? new CSSStyleSheet();
  if (!sheets.has(host)) (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(sheet);
  sheets.set(host, sheet);
  // What the page itself paints is told without what was painted here before.
  sheet.replaceSync('');
  sheet.replaceSync(declared(host));
}

function declared(host: ReactiveElement): string {
  found.delete(host);
  if (matchMedia('(forced-colors:active)').matches) return '';
  const theme = host.dataset.theme ?? host.closest<HTMLElement>('s360-shop[data-theme]')?.dataset.theme;
  if (theme === 'light' || theme === 'dark') return painted(theme);
  const around = surroundingsOf(host);
  // The browser can't derive colours.
  if (!around) return usual;
  found.set(host, around);
  const { ink, ground, isGiven, isPicture } = around;
  if (isPicture) return painted(ink.luminance > middle ? 'dark' : 'light');
  if (contrast(ink, ground) >= 4.5) {
    const scheme = ink.luminance > ground.luminance ? 'dark' : 'light';
    return `${inScheme(scheme)}:host{${leaning(ink, ground, scheme)}}`;
  }
  const scheme = ground.luminance < middle ? 'dark' : 'light';
  return painted(scheme) + (isGiven ? `:host{${leaning(ownInk[scheme], ground, scheme)}}` : '');
}

const inScheme = (scheme: Scheme) => `:host{color-scheme:${scheme}}${groundTokens[scheme]}`;

/** A ground and an ink of the element's own. */
const own = (scheme: Scheme) =>
  ':host{background:var(--_ground);box-shadow:0 0 0 8px var(--_ground);border-radius:var(--_radius)}' +
  `:host>*{color:var(--s360-color-ink,${inks[scheme]})}`;
const painted = (scheme: Scheme) => inScheme(scheme) + own(scheme);
/** The tokens as they are, on a white ground. */
const usual = `:host{color-scheme:light}${own('light')}`;

/** How far the tokens have to lean towards the ink. Lightness is taken as the cube root of luminance, as in oklab for greys. */
function leaning(ink: Pick<Colour, 'luminance'>, ground: Colour, scheme: Scheme): string {
  const isDark = scheme === 'dark';
  const towards = isDark ? 1 : -1;
  const base = Math.cbrt(ground.luminance);
  const full = Math.cbrt(ink.luminance);
  /** The lightness that has the ratio with a luminance, on the ink's side of it, or the other. */
  const lightness = (luminance: number, ratio: number, isAbove: boolean) =>
    Math.cbrt(isAbove ? (luminance + 0.05) * ratio - 0.05 : (luminance + 0.05) / ratio - 0.05);
  const within = (value: number) => Math.min(1, Math.max(0, value));
  // How much lighter or darker a surface may be than the ground, before the ink no longer reads on it.
  const lift = within(((lightness(ink.luminance, 4.6, !isDark) - base) * towards) / 0.1);
  const surface = isDark ? (base + 0.05 * lift) ** 3 : ground.luminance;
  const least = within((lightness(surface, 5.2, isDark) - base) / (full - base || 1));
  // A hue is up to a fifth off the grey of its lightness.
  const limit = within(lightness(surface, 6, isDark));
  return `--_page:${ground.text};--_lift:${round(lift)};--_least:${round(least * 100)}%;--_limit:${round(limit)}`;
}

const round = (value: number) => Math.round(value * 1000) / 1000;
