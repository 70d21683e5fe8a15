import { html, render } from 'lit';
import { messages as en, type MissingMessages } from '../locales/en.missing.js';
import { messages as fr } from '../locales/fr.missing.js';
import { langAround } from './lang.js';
import { rootOf, takeBackReload } from './reload.js';

const languages: Readonly<Record<string, MissingMessages>> = { en, fr };
const boxes = new WeakMap<Element, HTMLElement>();

/** An opaque box that stays in sight as long as its element does; ink and ground are a pair of the browser's own. */
const look =
  'position:sticky;z-index:3;inset-block-end:8px;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;margin:8px 0;' +
  'padding:12px 16px;border:1px solid;border-radius:8px;background:Canvas;color:CanvasText';

/**
 * Shows at the end of an element what can be done about code that is missing; nothing once nothing is missing. The box is made
 * anew each time, so that it is read out again.
 * @param retries each asks for one part of the code again
 */
export function showMissing(host: Element, retries: ReadonlySet<() => unknown>): void {
  boxes.get(host)?.remove();
  takeBackReload(host);
  if (!retries.size) return;
  const lang = langAround(host) ?? navigator.language;
  const words = languages[lang.slice(0, 2).toLowerCase()] ?? en;
  const retry = () => [...retries].forEach((again) => again());
  const part = document.createDocumentFragment();
  render(
    html`<div role="alert" part="note">
      ${words.title}
      <button class="button" type="button" @click=${retry}>${words.tryAgain}</button>
      <button class="button" type="button" @click=${() => location.reload()}>${words.reload}</button>
    </div>`,
    part,
  );
  const box = part.querySelector('div')!;
  // No attribute, which a strict Content-Security-Policy would block.
  box.style.cssText = look;
  for (const button of box.querySelectorAll('button')) button.style.cssText = 'min-height:44px;font:inherit';
  boxes.set(host, box);
  rootOf(host).append(box);
}
