import type { ReactiveControllerHost } from 'lit';
import { missingWords } from './missing-words.js';

type Retry = () => unknown;

/** What Lit's elements have, and those that are not defined yet have not. */
type Host = Element & Partial<Pick<ReactiveControllerHost, 'addController' | 'removeController'>>;

const notes = new WeakMap<Element, Note>();

/** An opaque box that stays in sight as long as its element does; ink and ground are a pair of the browser's own. */
const look =
  'position:sticky;z-index:3;inset-block-end:8px;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;margin:8px 0;' +
  'padding:12px 16px;border:1px solid;border-radius:8px;background:Canvas;color:CanvasText';

/**
 * Says at the end of an element that code which it needs could not be had, and offers to try again or to reload the page. What
 * the page put into an element that is not defined yet stays in sight above. Needs nothing that would have to be loaded: neither
 * words nor Lit.
 * @param retry asks for the code again; several parts of one element share one note
 */
export function sayMissing(host: Host, retry: Retry): void {
  const note = notes.get(host) ?? new Note(host);
  notes.set(host, note);
  note.retries.add(retry);
  note.show();
}

/** The code behind `retry` is there, or asked for again; the note goes once nothing else is missing. */
export function sayFound(host: Host, retry: Retry): void {
  const note = notes.get(host);
  if (!note?.retries.delete(retry) || note.retries.size) return;
  notes.delete(host);
  note.remove();
}

class Note {
  readonly retries = new Set<Retry>();
  #box: HTMLElement | undefined;

  constructor(readonly host: Host) {
    host.addController?.(this);
  }

  /** Anew each time, so that it is read out again. */
  show(): void {
    this.#box?.remove();
    const words = missingWords(this.host);
    const box = document.createElement('div');
    box.style.cssText = look;
    box.setAttribute('role', 'alert');
    box.setAttribute('part', 'note');
    box.append(
      words.title,
      button(words.tryAgain, () => [...this.retries].forEach((retry) => retry())),
      button(words.reload, () => location.reload()),
    );
    this.#box = box;
    rootOf(this.host).append(box);
  }

  /** A rendering takes away what it did not make. */
  hostUpdated(): void {
    if (this.#box && !this.#box.isConnected) rootOf(this.host).append(this.#box);
  }

  remove(): void {
    this.host.removeController?.(this);
    this.#box?.remove();
  }
}

/** An element that is not defined yet gets a root in which the page's own content is seen; a form of another tag is its own. */
function rootOf(host: Element): Element | ShadowRoot {
  if (!isUndefined(host)) return host.shadowRoot ?? host;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren(document.createElement('slot'));
  return root;
}

const isUndefined = ({ localName }: Element) => localName.includes('-') && !customElements.get(localName);

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = text;
  made.style.cssText = 'min-height:44px;font:inherit';
  made.addEventListener('click', onClick);
  return made;
}
