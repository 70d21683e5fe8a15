const fillers = ['event-list:not([filters-hidden])', 'event', 'seat-picker', 'cart', 'checkout', 'my-orders']
  .map((name) => `s360-${name}`)
  .join();
const room = `:where(${fillers}):not([hidden]){display:block}
@media screen{:where(${fillers}):not([hidden]){min-block-size:var(--s360-reserve,calc(100svh - var(--s360-above,0px)))}}
:where(s360-cart-button):not([hidden]){display:inline-block;min-inline-size:44px;min-block-size:44px}`;

let sheet: CSSStyleSheet | undefined;
let above = 0;

/** Whether a tag fills a page, so that room is kept for it. */
export const isFiller = (element: Element): boolean => element.matches(fillers);

/**
 * Keeps room for the kit's tags before their code and data are there, so that nothing below them moves: for what fills a page, down
 * to the lower edge of the window, or `--s360-reserve`. What is below a short cart so waits just under that edge. The room stays,
 * since what is below must not come up either. Tags inside another widget have the room of that one. A page that says the same in
 * its own style has the room from its first paint.
 */
export function reserveRoom(): void {
  sheet = new CSSStyleSheet();
  sheet.replaceSync(room);
  document.adoptedStyleSheets.push(sheet);
}

/** Takes what stands above the page's tags off their room; of several tags, the uppermost tells. */
export function fitRoom(): void {
  const tops = [...document.querySelectorAll(fillers)].map((tag) => tag.getBoundingClientRect().top);
  const top = Math.floor(Math.min(innerHeight / 2, ...tops.map((y) => Math.max(0, y + scrollY))));
  if (top === above) return;
  above = top;
  sheet?.replaceSync(`${room}\n:root{--s360-above:${top}px}`);
}
