import type { ReactiveController, ReactiveElement } from 'lit';
import { parentOf } from './flat-tree.js';

/** So long an element waits for its colours before it shows itself without them. */
const patienceMs = 1000;

/**
 * Lets an element's colours follow what it stands on, so that ink and ground have one source: the page as it is painted. Light or
 * dark is told from ink and ground, never from `color-scheme` alone, which most dark pages do not set.
 *
 * The usual page, dark text on white, needs nothing of that; for any other, and for an accent of the page's own, the code comes:
 * `ground.colours.ts`.
 */
export class GroundController implements ReactiveController {
  /** On an unusual page: settles when the colours are there, or are too long in coming. */
  coming: Promise<unknown> | undefined;
  #isUnusual = false;

  constructor(readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    // Ink and accent have a transition, so that any change of the page's theme is told as an event.
    this.host.addEventListener('transitionend', this.#look);
    addEventListener('load', this.#look, { once: true });
    this.#look();
  }

  readonly #look = (): void => {
    this.#isUnusual ||= !isUsual(this.host);
    // Without the colours the widget works all the same: no visitor is told.
    if (!this.#isUnusual) return;
    const colours = import('./ground.colours.js').then(({ paint }) => paint(this.host), console.warn);
    this.coming = Promise.race([colours, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  };
}

/** Dark text on nothing but white, in no theme and no brand's colour: the tokens fit as they are. */
function isUsual(host: ReactiveElement): boolean {
  const style = getComputedStyle(host);
  const schemes = style.colorScheme + getComputedStyle(document.documentElement).colorScheme;
  return (
    // No channel has three digits.
    /^rgb\((\d\d?, ){2}\d\d?\)$/.test(style.color) &&
    !schemes.includes('dark') &&
    !style.getPropertyValue('--s360-color-ground') &&
    !style.getPropertyValue('--s360-color-accent') &&
    !host.closest('[data-theme]') &&
    isOnWhite(host)
  );
}

function isOnWhite(host: Element): boolean {
  for (let node: Node | null = host; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== 'none') return false;
    if (backgroundColor === 'rgb(255, 255, 255)') return true;
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return false;
  }
  return true;
}
