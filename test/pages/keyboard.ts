import type { FrameLocator, Locator, Page } from '@playwright/test';

/** A visitor who has keys and nothing else. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Waits until there is the control, and tabs forward until it has the focus. */
  async tabTo(control: Locator, most = 150): Promise<void> {
    await control.first().waitFor({ state: 'attached' });
    for (let presses = 0; presses < most; presses++) {
      if (await hasFocus(control)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${String(control)}`);
  }

  async press(key: string, control?: Locator): Promise<void> {
    if (control) await this.tabTo(control);
    await this.page.keyboard.press(key);
  }

  async type(text: string, control: Locator): Promise<void> {
    await this.tabTo(control);
    await this.page.keyboard.type(text);
  }

  /** The name of what has the focus, through shadow roots. */
  async focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
    });
  }

  /** From where the focus is, along the row until a free seat. */
  async moveToFreeSeat(): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await this.page.keyboard.press('ArrowRight');
      if (/, free$/.test(await this.focusedName())) return;
    }
    throw new Error('no free seat along the rows');
  }

  async fillCard(frame: FrameLocator, card: string): Promise<void> {
    await this.type(card, frame.getByRole('textbox', { name: 'Card number' }));
    await this.type('1230', frame.getByRole('textbox', { name: /Expiry/ }));
    await this.type('123', frame.getByRole('textbox', { name: 'Security code' }));
    await this.type('Elena Marchetti', frame.getByRole('textbox', { name: 'Name on card' }));
    await this.press('Enter', frame.getByRole('button', { name: /^Pay/ }));
  }
}

async function hasFocus(control: Locator): Promise<boolean> {
  if ((await control.count()) === 0) return false;
  return control.first().evaluate((element) => {
    const root = element.getRootNode() as Document | ShadowRoot;
    return root.activeElement === element && document.hasFocus();
  });
}
