import { countryCode, type Currency, type Shop, type SignIn, type SignInWay } from '@s360-widgets/contract';
import { textIn, toCurrency, toTimeZone, type AnswerOf, type Omit } from '../s360/index.js';

type PosConfig = AnswerOf<'getPOSConfig'>['posConfigData'];

/** S-360's point of sale: what the other calls and the answers need to know of it. */
export interface PointOfSale {
  readonly posId: string;
  readonly currency: Currency;
  /** IANA. Dates are shown in it, and days are meant in it. */
  readonly timeZone: string;
  /** Stands in where a text lacks a language. */
  readonly mainLanguage: string;
  readonly languages: readonly string[];
  /** Most tickets of one performance in one cart. */
  readonly maxTickets: number;
  /** Full length of a hold. */
  readonly holdSeconds: number;
  /** Whether a visitor may buy without an account, and if not, what comes after it. */
  readonly signIn: SignIn;
  readonly name: PosConfig['organizationName'];
  readonly countries: readonly {
    readonly code: string;
    readonly name: PosConfig['organizationName'];
  }[];
  readonly paymentMethods: readonly {
    readonly id: string;
    readonly code: string;
    readonly forPayment: boolean;
  }[];
}

/**
 * @param timeZone stands in where S-360 names a zone that is not known; null = none configured
 * @param omit hears of a time zone that another one stands in for
 */
export function toPointOfSale(
  { posConfigData: data }: AnswerOf<'getPOSConfig'>,
  timeZone: string | null,
  omit: Omit,
): PointOfSale {
  const zone = toTimeZone(data.organizationTimeZone, timeZone);
  if (zone !== data.organizationTimeZone) {
    const reason = `"${data.organizationTimeZone}" is not known, ${zone} stands in`;
    omit({ what: 'time zone', ids: {}, reason });
  }
  return {
    posId: data.posId,
    currency: toCurrency(data.currencyCode, [
      ...data.catalogCurrencies,
      data.institutionCurrency,
      data.organizationCurrency,
    ]),
    timeZone: zone,
    mainLanguage: data.mainLanguage.slice(0, 2).toLowerCase(),
    // GUESS: the separator of the packed list, so any is taken; `fr_CH` counts as `fr`.
    languages: (data.languageList.match(/[A-Za-z]{2}([_-][A-Za-z]+)?/g) ?? []).map((code) =>
      code.slice(0, 2).toLowerCase(),
    ),
    maxTickets: data.maxSeatsPerPerformance,
    // GUESS: the delay is in minutes.
    holdSeconds: data.orderAbandonDelay * 60,
    signIn: toSignIn(data),
    name: data.organizationName,
    countries: data.countries.flatMap(({ code, name }) =>
      countryCode.safeParse(code).success && code ? [{ code, name }] : [],
    ),
    paymentMethods: data.paymentMethods,
  };
}

/**
 * Where the sign-in comes before the catalog, guests too begin there, so that their being allowed makes no difference.
 * GUESS: the wire's words, of which the back office's "before checkout" and "before catalog" are known: anything with "catalog" is the latter.
 */
function toSignIn({ loginPosition, guestLoginAvailable }: PosConfig): SignIn {
  if (/catalog/i.test(loginPosition)) return 'before-catalog';
  return guestLoginAvailable ? 'optional' : 'before-checkout';
}

/** What the relay itself adds to what the point of sale says. */
export interface ShopSettings {
  readonly languages: readonly string[];
  readonly supportPhone: string | null;
  readonly promoCodes: boolean;
  readonly shopUrl: string | null;
  readonly signInWays: readonly SignInWay[];
}

/** The reply of `getShop`. Countries by name, in the order of the language. */
export function toShop(pointOfSale: PointOfSale, language: string, relay: ShopSettings): Shop {
  const main = pointOfSale.mainLanguage;
  // Languages that the relay offers and the point of sale knows, in the relay's order.
  const shared = relay.languages.filter((one) => pointOfSale.languages.includes(one));
  return {
    name: textIn(pointOfSale.name, language, main),
    languages: shared.length > 0 ? shared : [main],
    currency: pointOfSale.currency,
    timeZone: pointOfSale.timeZone,
    maxTickets: pointOfSale.maxTickets,
    holdSeconds: pointOfSale.holdSeconds,
    signIn: pointOfSale.signIn,
    promoCodes: relay.promoCodes,
    signInWays: [...relay.signInWays],
    shopUrl: relay.shopUrl,
    supportPhone: relay.supportPhone,
    countries: pointOfSale.countries
      .map(({ code, name }) => ({ code, name: textIn(name, language, main) || code }))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
  };
}
