const pages = ['event-list:not([filters-hidden])', 'event', 'seat-picker', 'cart', 'checkout', 'my-orders'];
const css = `:where(${pages.map((page) => `s360-${page}`).join()}):not([hidden]){display:block;min-block-size:var(--s360-reserve,100svh)}
:where(s360-cart-button):not([hidden]){display:inline-block;min-inline-size:44px;min-block-size:44px}`;

/**
 * Keeps room for the kit's tags before their code and data are there, so that nothing below them moves: a window's height for what
 * fills a page, `--s360-reserve` for another. The room stays, since what is below must not come up either. Tags inside
 * another widget have the room of that one. A page that says the same in its own style has the room from its first paint.
 */
export function reserveRoom(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
