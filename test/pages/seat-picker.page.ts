import { expect, type Locator, type Page } from '@playwright/test';

/** The seat picker: by pointer on the picture, by keys in the grid, or in the list. */
export class SeatPickerPage {
  readonly picker: Locator;

  constructor(readonly page: Page) {
    this.picker = page.locator('s360-seat-picker');
  }

  /** Moves the pointer over the plan until a card offers a seat, and clicks there. Gives the place that the card named. */
  async clickFreeSeat(): Promise<string> {
    const canvas = await this.picker.locator('canvas').first().boundingBox();
    if (!canvas) throw new Error('the plan is not in view');
    const offer = this.picker.getByText('Click to choose.');
    for (let y = canvas.y + 40; y < canvas.y + canvas.height - 40; y += 13) {
      for (let x = canvas.x + 40; x < canvas.x + canvas.width - 90; x += 13) {
        await this.page.mouse.move(x, y);
        if (!(await offer.isVisible())) continue;
        const card = await this.picker
          .getByText(/, row .+, seat \d+/)
          .first()
          .innerText();
        await this.page.mouse.click(x, y);
        return card;
      }
    }
    throw new Error('no free seat under the pointer');
  }

  /** The overview's section buttons bring the seats near. */
  async openSection(name: RegExp): Promise<void> {
    await this.picker.getByRole('list', { name: 'Sections' }).getByRole('button', { name }).click();
    await expect(this.picker.getByRole('list', { name: 'Sections' })).toBeHidden();
  }

  async showList(): Promise<void> {
    await this.picker.getByRole('button', { name: 'List', exact: true }).click();
  }

  async expectChosen(count: number): Promise<void> {
    await expect(this.picker.getByRole('button', { name: new RegExp(`^Add ${count} seat`) })).toBeVisible();
  }

  async add(): Promise<void> {
    await this.picker.getByRole('button', { name: /^Add \d seats? to cart/ }).click();
  }

  async checkOut(): Promise<void> {
    await this.picker.getByRole('link', { name: 'Check out' }).click();
  }
}
