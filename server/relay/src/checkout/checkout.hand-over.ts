import type { PaymentStart } from '@s360-widgets/contract';

/** How a payment is handed to the vendor's page or widget: all of it configuration, since no page that shows it could be read. */
export interface HandOverSettings {
  readonly mode: 'widget' | 'redirect';
  readonly widgetUrl: string | null;
  readonly integrity: string | null;
  readonly global: string;
  readonly function: string;
  readonly unmount: string;
  /** The widget's names for what it is given: element, success, failure, cancel, transaction, locale. */
  readonly names: Readonly<Record<WidgetName, string>>;
  /** Address of the shop's checkout, with redirect. */
  readonly redirectUrl: string | null;
}

export const widgetNames = ['element', 'success', 'failure', 'cancel', 'transaction', 'locale'] as const;
export type WidgetName = (typeof widgetNames)[number];

/** GUESS: what the vendor's widget calls things (docs/decisions/0001). */
export const guessedWidgetNames: Record<WidgetName, string> = {
  element: 'element',
  success: 'onSuccess',
  failure: 'onFailure',
  cancel: 'onCancel',
  transaction: 'transactionId',
  locale: 'locale',
};

/** What the page does to mount the payment widget for a transaction. */
export function toWidget(
  settings: HandOverSettings,
  transactionId: string,
  language: string,
): PaymentStart['handOver'] {
  if (!settings.widgetUrl) throw new TypeError('no address of the payment widget');
  const { transaction, locale, element, success, failure, cancel } = settings.names;
  return {
    kind: 'widget',
    scriptUrl: settings.widgetUrl,
    integrity: settings.integrity,
    global: settings.global,
    function: settings.function,
    unmount: settings.unmount,
    settings: { [transaction]: transactionId, [locale]: language },
    names: { element, success, failure, cancel },
    origins: [new URL(settings.widgetUrl).origin],
  };
}

/** The shop's own checkout for the order. GUESS: `orderToken` is the order's secret. */
export function toRedirect(
  settings: HandOverSettings,
  { orderId, orderSecretId }: { orderId: string; orderSecretId: string },
): PaymentStart['handOver'] {
  if (!settings.redirectUrl) throw new TypeError("no address of the shop's checkout");
  const url = new URL(settings.redirectUrl);
  url.searchParams.set('orderId', orderId);
  url.searchParams.set('orderToken', orderSecretId);
  return { kind: 'redirect', url: url.href };
}
