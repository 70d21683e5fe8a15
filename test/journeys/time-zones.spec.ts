import type { Browser } from '@playwright/test';
import { EventPage } from '../pages/event.page.js';
import { expect, test } from './journey.js';
import type { Stack } from './stack.js';

const house = 'Europe/Zurich';
/** From the first to the last place where a day begins, and one that is off by half an hour. */
const elsewhere = ['Pacific/Kiritimati', 'Asia/Kolkata', 'Pacific/Honolulu'];

/** Days, months and hours: what is left of a text when all else may change between two looks. */
const dates =
  /\d{1,2}:\d{2}|\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|\d{1,2} [A-Z][a-z]{2,8}\b|Today|Tomorrow/g;

/** What a visitor's device shows of the dates of the programme, and of an event, whose clock is in that zone. */
async function datesSeenFrom(timezoneId: string, browser: Browser, { site }: Stack) {
  const context = await browser.newContext({ timezoneId, baseURL: site, locale: 'en-GB' });
  const page = await context.newPage();
  const datesIn = async (selector: string) => (await page.locator(selector).ariaSnapshot()).match(dates);
  await page.goto('/');
  await page.locator('s360-event-list').getByRole('link').first().waitFor();
  const seen = [await datesIn('s360-event-list')];
  for (const title of ['The Magic Flute', 'Paper Cities']) {
    await new EventPage(page).find(title);
    seen.push(await datesIn('s360-event'));
  }
  await context.close();
  return seen;
}

test('dates and hours are the house’s, wherever a visitor looks from', async ({ browser, stack }) => {
  const athome = await datesSeenFrom(house, browser, stack);
  for (const found of athome) expect(found?.length).toBeGreaterThan(3);
  for (const timezoneId of elsewhere)
    expect(await datesSeenFrom(timezoneId, browser, stack), timezoneId).toEqual(athome);
});
