import {
  modesOfUse,
  paymentMethodCodes,
  type PointOfSaleWish,
  signIns,
  usualPointOfSale,
} from './season/point-of-sale.js';
import { currencyCodes, digitsOf, type PriceWish } from './season/price-list.js';
import { tariffs } from './season/tariffs.js';
import { languages } from './season/text.js';
import { type DialectName, dialectNames } from './wire/dialect.js';
import { type Spacing, spacings } from './wire/limits.js';

/** What the environment says, checked. */
export interface Config {
  port: number;
  /** Always on 127.0.0.1. */
  controlPort: number;
  /** The season's seed: the same seed and day give the same data. */
  seed: number;
  /** Where browsers reach the simulator; no slash at the end. */
  origin: string;
  /** See orders/order-book.ts for both. */
  expirySeconds: number;
  lifespanSeconds: number;
  /** Calls that the institution may make; more get a 509. */
  callsPerMinute: number;
  /** What "once a minute" is counted for. */
  spacing: Spacing;
  /** How the services are described where that is a GUESS. */
  dialect: DialectName;
  /** What the season is sold in. */
  prices: PriceWish;
  /** How it is sold. */
  pointOfSale: PointOfSaleWish;
}

/** Reads the environment. All that is wrong is thrown at once, one line each. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = [];

  /** An empty variable counts as absent, as shells leave them. */
  function whole(name: string, fallback: number, least: number, most: number): number {
    const text = environment[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    problems.push(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
    return fallback;
  }

  const port = whole('SIMULATOR_PORT', 8090, 1, 65_534);
  const config: Config = {
    port,
    controlPort: whole('SIMULATOR_CONTROL_PORT', port + 1, 1, 65_535),
    seed: whole('SIMULATOR_SEED', 1, 0, 2 ** 31 - 1),
    origin: (environment.SIMULATOR_ORIGIN || `http://localhost:${port}`).replace(/\/$/, ''),
    expirySeconds: whole('SIMULATOR_ORDER_EXPIRY_SECONDS', 900, 1, 86_400),
    lifespanSeconds: whole('SIMULATOR_ORDER_LIFESPAN_SECONDS', 3600, 1, 86_400),
    callsPerMinute: whole('SIMULATOR_CALLS_PER_MINUTE', 180, 1, 100_000),
    spacing: oneOf(spacings, 'SIMULATOR_SPACING', environment, problems),
    dialect: oneOf(dialectNames, 'SIMULATOR_DIALECT', environment, problems),
    prices: pricesOf(environment, problems),
    pointOfSale: {
      ...pointOfSaleOf(environment, problems),
      mostSeats: whole('SIMULATOR_MOST_SEATS', usualPointOfSale.mostSeats, 1, 100),
    },
  };
  if (!/^https?:\/\/[^/]+$/.test(config.origin) || !URL.canParse(config.origin)) {
    problems.push(
      `SIMULATOR_ORIGIN must be like https://tickets.example.org, not "${environment.SIMULATOR_ORIGIN}"`,
    );
  }
  if (config.controlPort === config.port) problems.push('SIMULATOR_CONTROL_PORT must not be SIMULATOR_PORT');
  if (config.lifespanSeconds < config.expirySeconds) {
    problems.push('SIMULATOR_ORDER_LIFESPAN_SECONDS must not be less than SIMULATOR_ORDER_EXPIRY_SECONDS');
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return config;
}

/** One of a variable's words; the first where it is empty. */
function oneOf<Word extends string>(
  words: readonly [Word, ...Word[]],
  name: string,
  environment: Record<string, string | undefined>,
  problems: string[],
): Word {
  const wish = environment[name] || words[0];
  const word = words.find((candidate) => candidate === wish);
  if (!word) problems.push(`${name} must be one of ${words.join(', ')}, not "${wish}"`);
  return word ?? words[0];
}

/** How the point of sale lets people in, speaks, and is paid. */
function pointOfSaleOf(
  environment: Record<string, string | undefined>,
  problems: string[],
): Omit<PointOfSaleWish, 'mostSeats'> {
  return {
    guests: oneOf(['yes', 'no'], 'SIMULATOR_GUESTS', environment, problems) === 'yes',
    signIn: oneOf(signIns, 'SIMULATOR_SIGN_IN', environment, problems),
    modeOfUse: oneOf(modesOfUse, 'SIMULATOR_MODE_OF_USE', environment, problems),
    languages: someOf(languages, 'SIMULATOR_LANGUAGES', environment, problems) ?? usualPointOfSale.languages,
    paymentMethods:
      someOf(paymentMethodCodes, 'SIMULATOR_PAYMENT_METHODS', environment, problems) ??
      usualPointOfSale.paymentMethods,
  };
}

/** A variable's list of words; undefined where it is empty. */
function someOf<Word extends string>(
  words: readonly Word[],
  name: string,
  environment: Record<string, string | undefined>,
  problems: string[],
): Word[] | undefined {
  const wishes = environment[name]?.split(',').filter(Boolean) ?? [];
  const found = wishes.flatMap((wish) => words.filter((word) => word === wish));
  if (found.length < wishes.length) {
    problems.push(`${name} must be a list of ${words.join(', ')}, not "${environment[name]}"`);
  }
  return found.length > 0 ? found : undefined;
}

/** The currency with its digits, and the tariff that is finer than they are. */
function pricesOf(environment: Record<string, string | undefined>, problems: string[]): PriceWish {
  const currency = environment.SIMULATOR_CURRENCY || 'EUR';
  const [word = '', ownDigits] = currency.split(/\/(?=[0-3]$)/);
  const code = currencyCodes.find((candidate) => candidate === word);
  if (!code) {
    const known = currencyCodes.join(', ');
    problems.push(
      `SIMULATOR_CURRENCY must be one of ${known}, or one with digits from 0 to 3, such as HUF/0, not "${currency}"`,
    );
  }
  const digits = ownDigits ? Number(ownDigits) : digitsOf(code ?? 'EUR');
  const fineTariff = environment.SIMULATOR_FINE_TARIFF || undefined;
  const codes = tariffs.map((tariff) => tariff.code);
  if (fineTariff && !codes.includes(fineTariff)) {
    problems.push(`SIMULATOR_FINE_TARIFF must be one of ${codes.join(', ')}, not "${fineTariff}"`);
  }
  if (fineTariff && digits === 3) {
    problems.push('SIMULATOR_FINE_TARIFF needs a currency of less than three digits: no amount is finer');
  }
  return { code: code ?? 'EUR', digits, fineTariff };
}
