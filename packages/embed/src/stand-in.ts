import { missingWords } from '@s360-widgets/elements/missing-words';

const widgets =
  '[data-s360], s360-event-list, s360-event, s360-seat-picker, s360-cart, s360-checkout, s360-my-orders';

const buttons: HTMLElement[] = [];

/**
 * Where not even the code that starts the kit can be had: every widget of the page shows what the page put into it, and a button
 * that reloads the page.
 */
export function standIn(): void {
  for (const widget of document.querySelectorAll(widgets)) {
    if (widget.shadowRoot) continue;
    const button = document.createElement('button');
    button.textContent = missingWords(widget).reload;
    button.onclick = () => location.reload();
    widget.attachShadow({ mode: 'open' }).append(document.createElement('slot'), button);
    buttons.push(button);
  }
}

/** The kit has come after all. Its elements render over what stood in for them; a form's button goes. */
export function standDown(): void {
  for (const button of buttons) button.remove();
}
