import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signInWay } from '@s360-widgets/contract';
import * as z from 'zod';
import {
  attestedOutcomes,
  isTimeZone,
  JsonFileError,
  readNames,
  readOutcomes,
  serviceNames,
  type Names,
  type Outcomes,
  type Versions,
} from './s360/index.js';
import { usualConnections, type QuietHours } from './state/index.js';

/** Everything that an operator can set. `.env.example` explains each variable; secrets have no default. */
export type Config = z.infer<typeof variables> & { readonly publicOrigin: string; readonly s360Url: string };

/** The environment is not as it must be. The message lists every fault and no value: some of them are secret. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The relay's configuration needs care:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Texts and numbers say what is expected, never what was given. */
const text = (expected: string) => z.string(expected).trim().min(1, expected);
const whole = (fallback: number, min: number, max: number) =>
  z.coerce
    .number(`a whole number from ${min} to ${max}`)
    .int(`a whole number from ${min} to ${max}`)
    .min(min, `at least ${min}`)
    .max(max, `at most ${max}`)
    .default(fallback);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
function toPair(text: string): readonly [name: string, value: string] {
  const [name = '', value = ''] = text.split('=');
  return [name, value];
}

/** Relative paths are meant from the relay's own folder, wherever it was started. */
const toPath = (path: string): string => resolve(fileURLToPath(new URL('../', import.meta.url)), path);
const folder = (fallback: string) => z.string().default(fallback).transform(toPath);
/** `element=container,success=done`: other names than the guessed ones. */
const pairs = list
  .refine((parts) => parts.every((part) => /^\w+=[\w.$-]+$/.test(part)), 'a list such as success=onSuccess')
  .transform((parts): Readonly<Record<string, string>> => Object.fromEntries(parts.map(toPair)));
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || null);
const isLoopback = (host: string) => /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
/** Secrets and personal data travel only encrypted, but on the own machine. */
const safeUrl = z.url('an https address; http only on this machine').refine((value) => {
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}, 'an https address; http only on this machine');

/** As Standard Webhooks has it: 24 to 64 bytes in base64, told from other secrets by how it begins. */
const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/, 'whsec_ and 24 to 64 bytes in base64');

/** `CatalogService=v1_34,ShipmentPublicService=v1_18`. */
const versions = list.transform((parts, context): Versions => {
  const entries = parts.map(toPair);
  for (const [name, version] of entries) {
    const isKnown = serviceNames.some((service) => service === name) && /^v\d+_\d+$/.test(version);
    if (!isKnown) context.addIssue({ code: 'custom', message: 'a list such as CatalogService=v1_34' });
  }
  return Object.fromEntries(entries);
});

/** `01:00-06:00`, or over midnight `22:30-05:00`. */
const quietHours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours such as 01:00-06:00')
  .transform((text): QuietHours => {
    const [from = 0, until = 0] = text.split('-').map((time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return hour * 60 + minute;
    });
    return { from, until };
  });

/** A JSON file of the configuration; without one, what is known of every institution. */
const jsonFile = <Content>(read: (file: string) => Content, otherwise: Content) =>
  z
    .string()
    .optional()
    .transform((file, context): Content => {
      try {
        return file === undefined ? otherwise : read(toPath(file));
      } catch (error) {
        if (!(error instanceof JsonFileError)) throw error;
        context.addIssue({ code: 'custom', message: error.message });
        return z.NEVER;
      }
    });

/** Origins of the pages that may use this relay; `loopback` stands for any origin on the visitor's own machine. */
const origins = list
  .refine((parts) => parts.length > 0, 'a list of origins such as https://www.example.org')
  .refine(
    (parts) =>
      parts.every((part) => part === 'loopback' || (URL.canParse(part) && new URL(part).origin === part)),
    'origins such as https://www.example.org (no path, no slash at the end), or loopback',
  );

/** Ways to sign in, each by a provider of its own. */
const signInWays = list
  .refine(
    (ways) => ways.every((way) => signInWay.safeParse(way).success),
    `of ${signInWay.options.join(', ')}`,
  )
  .transform((ways) => signInWay.array().parse(ways));

const variables = z.object({
  // The relay itself.
  RELAY_PORT: whole(8080, 0, 65_535),
  RELAY_HOST: z.string().default('127.0.0.1'),
  RELAY_PUBLIC_URL: safeUrl,
  RELAY_ORIGINS: origins,
  RELAY_SECRET: z.string('a secret of at least 32 characters').min(32, 'a secret of at least 32 characters'),
  RELAY_FORMER_SECRET: z.string().min(32, 'a secret of at least 32 characters').optional(),
  RELAY_STATE_DIR: folder('.state'),
  RELAY_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'an address such as postgres://user:password@host/name' })
    .optional(),
  RELAY_DATABASE_CONNECTIONS: whole(usualConnections, 2, 1_000),
  RELAY_DRAIN_SECONDS: whole(5, 0, 300),
  RELAY_LEASE_SECONDS: whole(20, 3, 60),
  RELAY_PLAN_DIR: folder('plans'),
  RELAY_EMBED_DIR: folder('../../packages/embed/dist/embed'),
  RELAY_FORMER_BUILDS: whole(10, 0, 100),
  RELAY_LANGUAGES: list
    .refine(
      (codes) => codes.length > 0 && codes.every((code) => /^[a-z]{2}$/.test(code)),
      'a list such as en,fr',
    )
    .default(['en', 'fr', 'de', 'it']),
  RELAY_SUPPORT_PHONE: optionalText,
  RELAY_PROMO_CODES: z.enum(['no', 'yes'], 'no or yes').default('no'),
  RELAY_SIGN_IN: signInWays.default([]),
  RELAY_SHOP_URL: safeUrl.nullable().default(null),
  RELAY_TRUSTED_PROXIES: whole(0, 0, 10),
  RELAY_CALLS_PER_ADDRESS: whole(90, 1, 100_000),
  RELAY_CALLS_PER_CART: whole(40, 1, 100_000),
  RELAY_S360_CALLS_PER_MINUTE: whole(180, 1, 10_000),
  RELAY_S360_CALLS_PER_MONTH: whole(10_000, 0, 100_000_000),
  RELAY_S360_SPACING: z.enum(['method', 'thing'], 'method or thing').default('method'),
  RELAY_QUIET_HOURS: quietHours.optional(),
  RELAY_UNDO_PAYMENTS: z.enum(['no', 'yes'], 'no or yes').default('no'),
  RELAY_RAISED_WEBHOOK_URL: safeUrl.optional(),
  RELAY_RAISED_WEBHOOK_SECRET: webhookSecret.optional(),
  RELAY_METRICS_PORT: z.coerce
    .number('a port')
    .int('a port')
    .min(0, 'a port')
    .max(65_535, 'a port')
    .optional(),
  RELAY_METRICS_HOST: z.string().default('127.0.0.1'),
  RELAY_ALERT_PERCENT: whole(15, 0, 100),
  RELAY_TIME_ZONE: z.string().refine(isTimeZone, 'a time zone such as Europe/Zurich').optional(),
  RELAY_CATALOG_LOSS_PERCENT: whole(30, 0, 100),
  RELAY_BOOKING_FEE_MINOR: z.coerce.number('a whole number of minor units').int().min(0).optional(),
  RELAY_PRICES: z.enum(['all-in', 'plus-fees'], 'all-in or plus-fees').default('all-in'),
  RELAY_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('info'),
  // S-360.
  S360_BASE_URL: text('an address such as https://{inst}.ws.secutix.com').default(
    'https://{inst}.ws.secutix.com',
  ),
  S360_INSTITUTION: text("the institution's code, such as DEMO"),
  S360_OPERATOR: text("the operator's login, such as DEMO_WEB"),
  S360_PARTNER: text("the partner's name").default('s360-widgets'),
  S360_SECRET: text("the operator's secret"),
  S360_TRANSPORT: z.enum(['soap', 'rest'], 'soap or rest').default('soap'),
  S360_TIME_UNIT: z.enum(['seconds', 'milliseconds'], 'seconds or milliseconds').default('seconds'),
  S360_VERSIONS: versions.default({}),
  S360_CATALOG_SCOPE: z.enum(['EXTENDED', 'none'], 'EXTENDED or none').default('EXTENDED'),
  S360_WSDL_DIR: folder('src/s360/wsdl'),
  S360_NAMES_FILE: jsonFile<Names>(readNames, {}),
  S360_OUTCOMES_FILE: jsonFile<Outcomes>(readOutcomes, attestedOutcomes),
  // Payment and tickets.
  HANDOVER_MODE: z.enum(['widget', 'redirect'], 'widget or redirect').default('widget'),
  PAYMENT_METHOD_CODE: text('the code of a payment method of the point of sale').default('SPAY'),
  PAYMENT_PROVIDER: text('the name to show').default('S-PAY'),
  PAYMENT_WIDGET_URL: safeUrl.optional(),
  PAYMENT_WIDGET_INTEGRITY: optionalText,
  PAYMENT_WIDGET_GLOBAL: text('the name of a global object').default('PaymentWidget'),
  PAYMENT_WIDGET_FUNCTION: text('the name of its function').default('mount'),
  PAYMENT_WIDGET_UNMOUNT: text('the name of a function').default('unmount'),
  PAYMENT_WIDGET_NAMES: pairs.default({}),
  PAYMENT_MARGIN_SECONDS: whole(60, 0, 3_600),
  TICKET_CODE: z.enum(['qrcode', 'azteccode'], 'qrcode or azteccode').default('qrcode'),
  PAYMENT_REDIRECT_URL: safeUrl.optional(),
});

/** Every variable by its name. Each stands in `.env.example` and in `docs/operating.md`. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/**
 * Reads the configuration. An empty variable counts as absent.
 * @throws ConfigError naming every variable that is missing or wrong, and what is expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const config = parsed.data;
  const s360Url = s360Address(
    given.S360_BASE_URL ?? 'https://{inst}.ws.secutix.com',
    given.S360_INSTITUTION ?? '',
  );
  if (!safeUrl.safeParse(s360Url).success)
    faults.push('S360_BASE_URL: an https address; http only on this machine');
  if (config?.HANDOVER_MODE === 'widget' && !config.PAYMENT_WIDGET_URL) {
    faults.push('PAYMENT_WIDGET_URL: the address of the payment widget, with HANDOVER_MODE=widget');
  }
  if (config?.HANDOVER_MODE === 'redirect' && !config.PAYMENT_REDIRECT_URL) {
    faults.push("PAYMENT_REDIRECT_URL: the address of the shop's checkout, with HANDOVER_MODE=redirect");
  }
  if (config?.RELAY_RAISED_WEBHOOK_URL && !config.RELAY_RAISED_WEBHOOK_SECRET) {
    faults.push('RELAY_RAISED_WEBHOOK_SECRET: signs what is sent to RELAY_RAISED_WEBHOOK_URL');
  }
  if (!config || faults.length > 0) throw new ConfigError(faults);
  return { ...config, s360Url, publicOrigin: new URL(config.RELAY_PUBLIC_URL).origin };
}

/** `{inst}` in the address stands for the institution's code in lower case. */
function s360Address(template: string, institution: string): string {
  return template.replaceAll('{inst}', institution.toLowerCase()).replace(/\/+$/, '');
}

/** Whether a page of this origin may use the relay: the configured ones and the relay's own. */
export function isAllowedOrigin(config: Config, origin: string): boolean {
  if (origin === config.publicOrigin || config.RELAY_ORIGINS.includes(origin)) return true;
  if (!config.RELAY_ORIGINS.includes('loopback') || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && isLoopback(hostname);
}
