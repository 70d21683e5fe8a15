import type { ReactiveElement } from 'lit';
import { surroundingsFound } from './ground.colours.js';
import { coloursIn, contrast } from './surroundings.js';

/** A pair of colours of the page's own that can't be read. */
export interface ColourFault {
  /**
   * `tokens`: `--s360-color-ink` on the ground; it stays as it is. `accent`: the text on a filled button; it stays. `page`: the
   * page's text colour on its own background; the element paints a ground and an ink of its own. `picture`: so it does over a
   * background picture, whose colours nobody knows.
   */
  readonly kind: 'tokens' | 'accent' | 'page' | 'picture';
  /** Contrast, where there is one to tell; 4.5 is needed. */
  readonly ratio?: number;
  /** For the page's makers: what is wrong, and the cure. */
  readonly text: string;
}

const least = 4.5;
const toOne = (ratio: number) => `${Math.floor(ratio * 10) / 10}:1`;

/** What the page's own colours make impossible around an element; empty when all can be read. For `debug`. */
export function colourFaults(element: ReactiveElement): ColourFault[] {
  return [...groundFaults(element), ...accentFaults(element)];
}

function groundFaults(element: ReactiveElement): ColourFault[] {
  const around = surroundingsFound(element);
  if (!around) return [];
  if (around.isPicture) {
    return [
      {
        kind: 'picture',
        text: 'A picture lies behind this widget, so it paints a ground of its own. Name the colour that it may count on: --s360-color-ground.',
      },
    ];
  }
  const ratio = contrast(around.ink, around.ground);
  if (ratio >= least) return [];
  const isToken = getComputedStyle(element).getPropertyValue('--s360-color-ink').trim() !== '';
  return [
    isToken
      ? {
          kind: 'tokens',
          ratio,
          text: `--s360-color-ink has a contrast of ${toOne(ratio)} on its ground and needs ${least}:1. Make it darker on a light ground, lighter on a dark one.`,
        }
      : {
          kind: 'page',
          ratio,
          text: `The page’s text colour has a contrast of ${toOne(ratio)} on what is behind this widget and needs ${least}:1, so the widget uses colours of its own. Give it a readable --s360-color-ink.`,
        },
  ];
}

function accentFaults(element: ReactiveElement): ColourFault[] {
  const [accent, text] = coloursIn(element, 'var(--_accent)', 'var(--_on-accent)');
  const ratio = accent && text ? contrast(accent, text) : least;
  const cure = 'An accent with an oklch lightness of at most .51, or at least .60, has that.';
  return ratio >= least
    ? []
    : [
        {
          kind: 'accent',
          ratio,
          text: `Text on --s360-color-accent has a contrast of ${toOne(ratio)} and needs ${least}:1. ${cure}`,
        },
      ];
}
