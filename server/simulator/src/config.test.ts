import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from './config.js';
import { usualPointOfSale } from './season/point-of-sale.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    assert.deepEqual(readConfig({}), {
      port: 8090,
      controlPort: 8091,
      seed: 1,
      origin: 'http://localhost:8090',
      expirySeconds: 900,
      lifespanSeconds: 3600,
      callsPerMinute: 180,
      spacing: 'thing',
      dialect: 'a',
      prices: { code: 'EUR', digits: 2, fineTariff: undefined },
      pointOfSale: usualPointOfSale,
    });
  });

  it('sells in the currency that it is told, with its own digits or with others', () => {
    const prices = (currency: string, tariff = '') =>
      readConfig({ SIMULATOR_CURRENCY: currency, SIMULATOR_FINE_TARIFF: tariff }).prices;
    assert.deepEqual(prices(''), { code: 'EUR', digits: 2, fineTariff: undefined });
    assert.deepEqual(prices('JPY'), { code: 'JPY', digits: 0, fineTariff: undefined });
    assert.deepEqual(prices('KWD'), { code: 'KWD', digits: 3, fineTariff: undefined });
    assert.deepEqual(prices('HUF'), { code: 'HUF', digits: 2, fineTariff: undefined });
    assert.deepEqual(prices('HUF/0', 'UNDER26'), { code: 'HUF', digits: 0, fineTariff: 'UNDER26' });
  });

  it('sets the point of sale up as it is told', () => {
    const { pointOfSale } = readConfig({
      SIMULATOR_GUESTS: 'no',
      SIMULATOR_SIGN_IN: 'before-catalog',
      SIMULATOR_MODE_OF_USE: 'flash',
      SIMULATOR_LANGUAGES: 'fr,en',
      SIMULATOR_PAYMENT_METHODS: 'TWINT,SPAY',
      SIMULATOR_MOST_SEATS: '3',
    });
    assert.deepEqual(pointOfSale, {
      guests: false,
      signIn: 'before-catalog',
      modeOfUse: 'flash',
      languages: ['fr', 'en'],
      paymentMethods: ['TWINT', 'SPAY'],
      mostSeats: 3,
    });
    assert.throws(() => readConfig({ SIMULATOR_LANGUAGES: 'en,xx' }), {
      message: 'SIMULATOR_LANGUAGES must be a list of en, fr, de, it, not "en,xx"',
    });
  });

  it('says which currencies and tariffs there are', () => {
    const currencies =
      'SIMULATOR_CURRENCY must be one of CHF, EUR, HUF, JPY, KWD, RSD, or one with digits from 0 to 3, such as HUF/0';
    for (const text of ['eur', 'XYZ', 'toString', 'JPY/', 'JPY/4', 'JPY/-1', 'JPY 0', 'JPY/0/0']) {
      const message = `${currencies}, not "${text}"`;
      assert.throws(() => readConfig({ SIMULATOR_CURRENCY: text }), { message });
    }
    assert.throws(() => readConfig({ SIMULATOR_FINE_TARIFF: 'ADULT' }), {
      message:
        'SIMULATOR_FINE_TARIFF must be one of FULL, UNDER26, CHILD, SENIOR, WHEEL, COMPAN, not "ADULT"',
    });
    assert.throws(() => readConfig({ SIMULATOR_CURRENCY: 'KWD', SIMULATOR_FINE_TARIFF: 'FULL' }), {
      message: 'SIMULATOR_FINE_TARIFF needs a currency of less than three digits: no amount is finer',
    });
  });

  it('lets the control port and the origin follow the port', () => {
    const { controlPort, origin } = readConfig({ SIMULATOR_PORT: '18090' });
    assert.deepEqual([controlPort, origin], [18_091, 'http://localhost:18090']);
  });

  it('says all that is wrong at once', () => {
    const environment = {
      SIMULATOR_PORT: 'http',
      SIMULATOR_SEED: '-1',
      SIMULATOR_ORIGIN: 'localhost:8090/path',
      SIMULATOR_ORDER_EXPIRY_SECONDS: '9000',
      SIMULATOR_SPACING: 'strict',
      SIMULATOR_DIALECT: 'c',
    };
    assert.throws(
      () => readConfig(environment),
      (error: Error) => {
        assert.deepEqual(error.message.split('\n'), [
          'SIMULATOR_PORT must be a whole number from 1 to 65534, not "http"',
          'SIMULATOR_SEED must be a whole number from 0 to 2147483647, not "-1"',
          'SIMULATOR_SPACING must be one of thing, method, not "strict"',
          'SIMULATOR_DIALECT must be one of a, b, not "c"',
          'SIMULATOR_ORIGIN must be like https://tickets.example.org, not "localhost:8090/path"',
          'SIMULATOR_ORDER_LIFESPAN_SECONDS must not be less than SIMULATOR_ORDER_EXPIRY_SECONDS',
        ]);
        return true;
      },
    );
  });

  it('keeps the two ports apart', () => {
    assert.throws(() => readConfig({ SIMULATOR_CONTROL_PORT: '8090' }), /must not be SIMULATOR_PORT/);
  });
});
