import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export const buyer = {
  email: 'elena.marchetti@example.org',
  firstName: 'Elena',
  lastName: 'Marchetti',
  country: 'CH',
};

/** The simulator's test cards, by what becomes of them. */
export const cards = {
  paid: '4111 1111 1111 1111',
  bankInFrame: '4000 0000 0000 3220',
  bankPage: '4000 0000 0000 3063',
  refused: '4000 0000 0000 0002',
  cancelled: '4000 0000 0000 9979',
  slow: '4000 0000 0000 0119',
  neverReturns: '4000 0000 0000 0259',
} as const;

/** The checkout, step by step, and the provider's own form in its frame. */
export class CheckoutPage {
  readonly checkout: Locator;
  readonly payment: FrameLocator;

  constructor(readonly page: Page) {
    this.checkout = page.locator('s360-checkout');
    this.payment = page.frameLocator('s360-checkout iframe');
  }

  async fillContact(contact = buyer): Promise<void> {
    await this.checkout.getByRole('textbox', { name: 'Email' }).fill(contact.email);
    await this.checkout.getByRole('textbox', { name: 'First name' }).fill(contact.firstName);
    await this.checkout.getByRole('textbox', { name: 'Last name' }).fill(contact.lastName);
    await this.checkout.getByRole('combobox', { name: 'Country' }).selectOption(contact.country);
  }

  async toDelivery(): Promise<void> {
    await this.checkout.getByRole('button', { name: 'Continue to delivery' }).click();
    await this.expectStep('How would you like your tickets?');
  }

  async chooseDelivery(name: RegExp): Promise<void> {
    await this.checkout.getByRole('radio', { name }).check();
    await this.checkout.getByRole('button', { name: 'Continue to review' }).click();
    await this.expectStep('Is everything right?');
  }

  async toPayment(): Promise<void> {
    await this.checkout.getByRole('checkbox', { name: /terms of sale/ }).check();
    await this.checkout.getByRole('button', { name: 'Continue to payment' }).click();
    await this.expectStep(/^Pay /);
  }

  /** Of what costs nothing. */
  async completeOrder(): Promise<void> {
    await this.checkout.getByRole('checkbox', { name: /terms of sale/ }).check();
    await this.checkout.getByRole('button', { name: 'Complete the order' }).click();
  }

  /** From the contact to the payment form. */
  async goToPayment(): Promise<void> {
    await this.fillContact();
    await this.toDelivery();
    await this.chooseDelivery(/Mobile/);
    await this.toPayment();
  }

  async pay(card: string): Promise<void> {
    await this.payment.getByRole('textbox', { name: 'Card number' }).fill(card);
    await this.payment.getByRole('textbox', { name: /Expiry/ }).fill('12/30');
    await this.payment.getByRole('textbox', { name: 'Security code' }).fill('123');
    await this.payment.getByRole('textbox', { name: 'Name on card' }).fill('Elena Marchetti');
    await this.payment.getByRole('button', { name: /^Pay/ }).click();
  }

  async expectStep(title: string | RegExp): Promise<void> {
    await expect(this.checkout.getByRole('heading', { name: title })).toBeVisible();
  }

  async expectPaid(tickets: number): Promise<void> {
    await expect(
      this.checkout.getByRole('heading', { name: /^(See you on .*|Your tickets are booked), Elena$/ }),
    ).toBeVisible();
    await expect(this.checkout.getByText(/order \d+/)).toBeVisible();
    await expect(this.checkout.getByText(`Ticket 1 of ${tickets}`).first()).toBeVisible();
  }
}
