import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hold, payByCard, startPayment } from '../../fixtures/buying.js';
import { type RunningSimulator, start } from '../../fixtures/running-simulator.js';
import { smallSeason } from '../../fixtures/small-season.js';
import type { CurrencyData } from '../../season/season.types.js';

let simulator: RunningSimulator;
let transaction: number;
beforeEach(async () => {
  simulator = await start();
  const { orderUpdateData } = await hold(simulator, [{}]);
  transaction = (await startPayment(simulator, orderUpdateData.orderId)).epcTransactionData.transactionId;
});
afterEach(() => simulator.close());

async function page(
  path: string,
  query: Record<string, string> = {},
): Promise<{ response: Response; text: string }> {
  const search = new URLSearchParams({ transaction: String(transaction), locale: 'en', ...query });
  const response = await fetch(`${simulator.base}/epc/${path}?${search.toString()}`);
  return { response, text: await response.text() };
}

async function post(
  path: string,
  body: object,
): Promise<{ step?: string; wrong?: string[]; returnUrl?: string }> {
  const text = JSON.stringify({ transaction: String(transaction), ...body });
  const response = await fetch(`${simulator.base}/epc/${path}`, { method: 'POST', body: text });
  return (await response.json()) as { step?: string };
}

const card = { number: '4111 1111 1111 1111', expiry: '12/30', cvc: '123', name: 'Camille Martin' };
const pay = (number: string) => payByCard(simulator, transaction, number);

describe('the widget’s script', () => {
  it('knows where it came from and may be loaded from anywhere', async () => {
    const response = await fetch(`${simulator.base}/epc/widget.js`);
    const text = await response.text();
    assert.ok(text.includes(`'${simulator.base}'`));
    assert.equal(text.includes('__EPC_ORIGIN__'), false);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });
});

describe('the card form', () => {
  it('labels its fields and says the amount in the visitor’s language', async () => {
    const { text } = await page('frame', { locale: 'fr-CH' });
    assert.match(text, /<html lang="fr">/);
    assert.match(text, /<label for="number">Numéro de carte<\/label>/);
    assert.match(text, /Payer 51,20\s€/);
  });

  it('may be framed, and runs and reaches nothing but its own', async () => {
    const { response } = await page('frame');
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors \*/);
    assert.equal(response.headers.get('x-frame-options'), null);
  });

  it('does not run what is put into its address', async () => {
    const { text } = await page('frame', { host: '"><script>alert(1)</script>', locale: "'><b>" });
    assert.equal(text.includes('<script>alert'), false);
    assert.equal(text.includes('<b>'), false);
  });

  it('is not there for an unknown payment', async () => {
    assert.equal((await page('frame', { transaction: '123456789' })).response.status, 404);
    assert.equal((await page('frame', { transaction: '../../etc' })).response.status, 404);
  });

  it('says how a payment ended when it is opened again', async () => {
    await pay('4111111111111111');
    const { text } = await page('frame');
    assert.match(text, /Payment accepted\./);
    assert.match(text, /data-step="paid"/);
  });
});

describe('a payment in a currency of which Intl and S-360 count other digits', () => {
  const sold: [currency: CurrencyData, amount: RegExp][] = [
    [{ currencyCode: 'HUF', fractionDigit: 2, minAmount: 10, symbol: 'Ft' }, /HUF\s51\.20/],
    [{ currencyCode: 'JPY', fractionDigit: 2, minAmount: 10, symbol: '¥' }, /¥51\.20/],
    [{ currencyCode: 'KWD', fractionDigit: 2, minAmount: 10, symbol: 'KD' }, /KWD\s51\.20(?!0)/],
    [{ currencyCode: 'EUR', fractionDigit: 1, minAmount: 100, symbol: '€' }, /€51\.2(?!0)/],
    // Finer than its digits: what will be charged is said all the same.
    [{ currencyCode: 'EUR', fractionDigit: 0, minAmount: 1_000, symbol: '€' }, /€51\.2(?!0)/],
  ];
  for (const [currency, amount] of sold) {
    it(`says what is charged, with ${currency.fractionDigit} digits of ${currency.currencyCode}`, async () => {
      await simulator.close();
      simulator = await start({ season: { ...smallSeason(), currency } });
      const { orderUpdateData } = await hold(simulator, [{}]);
      transaction = (await startPayment(simulator, orderUpdateData.orderId)).epcTransactionData.transactionId;
      assert.match((await page('frame')).text, amount);
      await pay('4000000000003220');
      assert.match((await page('bank')).text, amount);
    });
  }
});

describe('a card', () => {
  const wrong: [title: string, change: object, fields: string[]][] = [
    ['that is no test card', { number: '4242424242424242' }, ['number']],
    ['that has run out', { expiry: '10/26' }, ['expiry']],
    ['with a month that does not exist', { expiry: '13/30' }, ['expiry']],
    ['without anything', { number: '', expiry: '', cvc: '', name: ' ' }, ['number', 'expiry', 'cvc', 'name']],
    ['with fields of a wrong type', { number: 4111, cvc: ['123'] }, ['number', 'cvc']],
  ];
  for (const [title, change, fields] of wrong) {
    it(`${title} is told its wrong fields`, async () => {
      assert.deepEqual(await post('pay', { ...card, ...change }), { wrong: fields });
    });
  }

  it('is valid to the end of its month', async () => {
    assert.deepEqual(await post('pay', { ...card, expiry: '11/26' }), { step: 'paid' });
  });

  const outcomes: [number: string, step: string][] = [
    ['4111111111111111', 'paid'],
    ['4000000000000002', 'refused'],
    ['4000000000009979', 'cancelled'],
    ['4000000000000119', 'paid'],
    ['4000000000000259', 'silent'],
    ['4000000000003220', 'bank'],
    ['4000000000003063', 'bank-page'],
  ];
  for (const [number, step] of outcomes) {
    it(`${number} leads to ${step}`, async () => {
      assert.deepEqual(await pay(number), { step });
    });
  }

  it('cannot change a payment that has ended', async () => {
    await pay('4000000000000002');
    assert.deepEqual(await pay('4111111111111111'), { step: 'refused' });
    assert.deepEqual(await post('cancel', {}), { step: 'refused' });
  });
});

describe('the cancel button', () => {
  it('cancels the payment', async () => {
    assert.deepEqual(await post('cancel', {}), { step: 'cancelled' });
  });
});

describe('the bank', () => {
  it('asks for the amount, and its answer ends the payment', async () => {
    await pay('4000000000003220');
    assert.match((await page('bank')).text, /Teatro Lumen asks for €51\.20 from card •••• 3220\./);
    assert.equal((await post('decide', { decision: 'approve' })).step, 'paid');
  });

  it('can be refused or cancelled', async () => {
    await pay('4000000000003220');
    assert.equal((await post('decide', { decision: 'refuse' })).step, 'refused');
    assert.equal((await post('decide', { decision: 'approve' })).step, 'refused');
  });

  it('sends the browser back with ORDER_IDENTIFIER, keeping what RETURN_URL has', async () => {
    await pay('4000000000003063');
    const { returnUrl } = await post('decide', { decision: 'approve' });
    assert.equal(returnUrl, 'https://shop.example/return?lang=fr&ORDER_IDENTIFIER=session-1');
  });

  it('decides nothing before a card was given', async () => {
    assert.equal((await post('decide', { decision: 'approve' })).step, 'ended');
    assert.equal((await post('cancel', {})).step, 'cancelled');
  });
});
