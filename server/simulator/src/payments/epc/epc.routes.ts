import { readFileSync } from 'node:fs';
import { type Request, type Response, Router } from 'express';
import { flatName } from '../../catalog/lookup.js';
import type { ExternalName } from '../../season/season.types.js';
import type { Payment } from '../payment.js';
import type { CardForm } from './cards.js';
import { type PageContext, bankPage, framePage } from './pages.js';
import type { Decision, Terminal } from './terminal.js';

const ASSETS = new URL('../../../src/payments/epc/assets/', import.meta.url);

/**
 * The pages may be framed by any site, run only their own scripts, and send only to themselves. `form-action` is not
 * needed: the scripts send what is typed.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/**
 * The E-Payment Center: the widget's script, the card form in its frame, the bank's page for 3-D Secure.
 * GUESS as a whole: address, global function and callbacks of the vendor's widget are in no source.
 */
export function epcRoutes(
  terminal: Terminal,
  posConfig: Record<string, unknown>,
  originOf: (request: Request) => string,
): Router {
  const router = Router();
  const organiser = posConfig.organizationName
    ? flatName(posConfig.organizationName as ExternalName)
    : 'Shop';
  const currency = String(posConfig.currencyCode ?? 'EUR');
  const widget = readFileSync(new URL('widget.js', ASSETS), 'utf8');

  router.get('/epc/widget.js', (request, response) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    response.type('text/javascript').send(widget.replace('__EPC_ORIGIN__', originOf(request)));
  });
  for (const [name, type] of [
    ['frame.js', 'text/javascript'],
    ['bank.js', 'text/javascript'],
    ['epc.css', 'text/css'],
  ]) {
    const text = readFileSync(new URL(String(name), ASSETS), 'utf8');
    router.get(`/epc/${name}`, (_request, response) => void response.type(String(type)).send(text));
  }

  const show = (render: (context: PageContext) => string) => (request: Request, response: Response) => {
    response.set({ 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'Cache-Control': 'no-store' });
    const payment = terminal.find(queryOf(request, 'transaction'));
    if (!payment) {
      response.status(404).type('text/plain').send('No such payment.');
      return;
    }
    const context = {
      payment,
      locale: queryOf(request, 'locale'),
      host: queryOf(request, 'host'),
      organiser,
      currency,
    };
    response.type('html').send(render(context));
  };
  router.get('/epc/frame', show(framePage));
  router.get('/epc/bank', show(bankPage));

  const act = (
    path: string,
    action: (payment: Payment, body: Record<string, unknown>) => object | Promise<object>,
  ) =>
    router.post(path, async (request, response) => {
      const body = bodyOf(request);
      const payment = terminal.find(String(body.transaction));
      if (payment) response.json(await action(payment, body));
      else response.status(404).json({ error: 'No such payment.' });
    });
  act('/epc/pay', (payment, body) => terminal.pay(payment, cardOf(body)));
  act('/epc/cancel', (payment) => ({ step: terminal.cancel(payment) }));
  act('/epc/decide', (payment, { decision }) => {
    const isKnown = decision === 'approve' || decision === 'refuse' || decision === 'cancel';
    const step = terminal.decide(payment, isKnown ? (decision as Decision) : 'cancel');
    return { step, returnUrl: returnUrlOf(payment) };
  });
  return router;
}

/** RETURN_URL with ORDER_IDENTIFIER, and nothing that says how the payment ended. */
function returnUrlOf({ returnUrl = '', orderIdentifier = '' }: Payment): string | undefined {
  if (!URL.canParse(returnUrl)) return undefined;
  const url = new URL(returnUrl);
  url.searchParams.set('ORDER_IDENTIFIER', orderIdentifier);
  return url.href;
}

function cardOf(body: Record<string, unknown>): CardForm {
  const text = (name: string) => String(body[name] ?? '');
  return {
    number: text('number').replace(/\s/g, ''),
    expiry: text('expiry'),
    cvc: text('cvc'),
    name: text('name'),
  };
}

function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

function bodyOf(request: Request): Record<string, unknown> {
  try {
    return Object(JSON.parse(String(request.body || '{}')));
  } catch {
    return {};
  }
}
