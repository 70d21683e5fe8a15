const fillers =
  's360-event-list:not([filters-hidden]),s360-event,s360-seat-picker,s360-cart,s360-checkout,s360-my-orders';

let sheet: CSSStyleSheet | undefined;

/**
 * Keeps room for the kit's tags before their code and data are there, so that nothing below them moves: for what fills a page, down
 * to the lower edge of the window, or `--s360-reserve`. What is below a short cart so waits just under that edge. The room stays,
 * since what is below must not come up either. What stands above the tags is taken off, of several the uppermost tells. Tags
 * inside another widget have the room of that one. A page that says the same in its own style has the room from its first paint.
 */
export function reserveRoom(): void {
  const tops = [...document.querySelectorAll(fillers)].map((tag) => tag.getBoundingClientRect().top);
  const above = Math.floor(Math.min(innerHeight / 2, ...tops.map((top) => Math.max(0, top + scrollY))));
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(
    `:where(${fillers}):not([hidden]){display:block}` +
      `@media screen{:where(${fillers}):not([hidden]){min-block-size:var(--s360-reserve,calc(100svh - ${above}px))}}` +
      ':where(s360-cart-button):not([hidden]){display:inline-block;min-inline-size:44px;min-block-size:44px}',
  );
}
