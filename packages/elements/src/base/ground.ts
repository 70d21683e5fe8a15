import type { ReactiveController, ReactiveElement } from 'lit';
import { parentOf } from './flat-tree.js';
import type * as Colours from './ground.colours.js';
import { Lazy } from './lazy.js';

/**
 * Lets an element's colours follow what it stands on, so that ink and ground have one source: the page as it is painted. Light or
 * dark is told from ink and ground, never from `color-scheme` alone, which most dark pages do not set.
 *
 * The usual page, dark text on white, needs nothing of that; for any other the code comes: `ground.colours.ts`.
 */
export class GroundController implements ReactiveController {
  readonly #sheet = new CSSStyleSheet();
  readonly #colours: Lazy<typeof Colours>;

  constructor(readonly host: ReactiveElement) {
    this.#colours = new Lazy(host, () => import('./ground.colours.js'));
    host.addController(this);
  }

  hostConnected(): void {
    const root = this.host.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets.push(this.#sheet);
    this.host.addEventListener('transitionend', this.#follow);
    addEventListener('load', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    this.host.removeEventListener('transitionend', this.#follow);
    removeEventListener('load', this.#look);
  }

  /** The element's ink has a transition, so that any change of the page's theme is told as an event. */
  readonly #follow = (event: TransitionEvent): void => {
    if (event.propertyName === 'color' && event.composedPath()[0] === this.host) this.#look();
  };

  readonly #look = (): void => {
    if (this.#colours.current) this.#paint();
    else if (!isUsual(this.host)) void this.#fetch();
  };

  async #fetch(): Promise<void> {
    // Without them the widget works all the same: nobody is told.
    this.#colours.prepare();
    await this.#colours.whenHere;
    this.#paint();
  }

  #paint(): void {
    if (!this.host.isConnected) return;
    this.#sheet.replaceSync('');
    this.#sheet.replaceSync(this.#colours.current?.declared(this.host) ?? '');
  }
}

/** Dark text on nothing but white, in no theme: the tokens fit as they are. */
function isUsual(host: ReactiveElement): boolean {
  const { color, colorScheme } = getComputedStyle(host);
  const isDark =
    /^rgb\((\d+, ?){2}\d+\)$/.test(color) && color.match(/\d+/g)?.every((part) => Number(part) < 96);
  const canvas = getComputedStyle(document.documentElement).colorScheme;
  return (
    !!isDark &&
    !(colorScheme + canvas).includes('dark') &&
    !getComputedStyle(host).getPropertyValue('--s360-color-ground') &&
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
