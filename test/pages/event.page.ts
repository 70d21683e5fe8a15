import { expect, type Page } from '@playwright/test';

/** The list, and one event with its dates, tariffs and the two ways to a seat. */
export class EventPage {
  constructor(readonly page: Page) {}

  /** From the list, as a visitor does: by searching for the title. */
  async find(title: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('searchbox').fill(title);
    await this.page.getByRole('link', { name: title }).first().click();
    await this.page.getByRole('heading', { name: title }).first().waitFor();
  }

  /** The n-th date that is freely on sale. */
  async chooseDate(index: number): Promise<void> {
    await this.#choose('radiogroup', 'Choose a date', /, On sale$/, index);
  }

  /** A visit of the day that can still be booked. */
  async chooseVisit(index: number): Promise<void> {
    await this.#choose('group', 'Choose a visit', /On sale/, index);
  }

  /** One of the things that a product without dates is sold as. */
  async chooseItem(name: RegExp): Promise<void> {
    await this.#choose('group', /^Choose (one|a season ticket)$/, name, 0);
  }

  /** One of the dates that a season ticket can be for. Gives its title. */
  async chooseHeldDate(index: number): Promise<string> {
    const date = this.page
      .getByRole('group', { name: /^Choose \d+ dates$/ })
      .locator('label')
      .nth(index);
    await date.click();
    await expect(date.getByRole('checkbox')).toBeChecked();
    return (await date.locator('b').textContent()) ?? '';
  }

  /** One of the parts that a package leaves to choose. Gives its title. */
  async choosePart(which: number | RegExp): Promise<string> {
    const group = this.page.getByRole('group', { name: 'Choose one' });
    const all = group.locator('label');
    const label = typeof which === 'number' ? all.nth(which) : all.filter({ hasText: which });
    await label.click();
    await expect(label.getByRole('radio')).toBeChecked();
    return (await label.locator('b').textContent()) ?? '';
  }

  /** The language of a guided visit. */
  async chooseLanguage(name: RegExp): Promise<void> {
    await this.#choose('group', 'Language of the visit', name, 0);
  }

  /** What a guided visit is about. */
  async chooseTheme(name: RegExp): Promise<void> {
    await this.#choose('group', 'Theme', name, 0);
  }

  async chooseCategory(name: RegExp): Promise<void> {
    await this.#choose('group', 'Price categories', name, 0);
  }

  /** Clicks what a pointer sees of a radio button, its label. */
  async #choose(
    role: 'group' | 'radiogroup',
    group: string | RegExp,
    name: RegExp,
    index: number,
  ): Promise<void> {
    const radio = this.page.getByRole(role, { name: group }).getByRole('radio', { name }).nth(index);
    const label = this.page
      .locator('label')
      .filter({ has: radio })
      .or(radio.locator('xpath=ancestor::label'))
      .first();
    await label.click();
    await expect(radio).toBeChecked();
  }

  async openMap(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pick on the map' }).click();
    await this.page.getByRole('grid', { name: 'Seats on the plan' }).waitFor({ state: 'attached' });
  }

  async oneMore(tariff: string): Promise<void> {
    await this.page.getByRole('button', { name: `One more, ${tariff}` }).click();
  }

  async addToCart(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add to cart' }).click();
  }

  /** After adding: what was said, and the way on. */
  async checkOut(): Promise<void> {
    await this.page.locator('main').getByRole('link', { name: 'Check out' }).click();
  }
}

/** One of the best seats of a date, and on to the checkout. */
export async function buyBestSeat(page: Page, date: number): Promise<void> {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await event.chooseDate(date);
  await event.oneMore('Full price');
  await event.addToCart();
  await event.checkOut();
}
