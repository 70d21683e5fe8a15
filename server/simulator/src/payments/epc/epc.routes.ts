import { readFileSync } from 'node:fs';
import { type Request, type Response, Router } from 'express';
import { flatName } from '../../catalog/lookup.js';
import type { ExternalName, Season } from '../../season/season.types.js';
import type { Payment } from '../payment.js';
import type { CardForm } from './cards.js';
import { type PageContext, bankPage, framePage } from './pages.js';
import type { Terminal } from './terminal.js';

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
  season: Pick<Season, 'posConfig' | 'currency'>,
  originOf: (request: Request) => string,
): Router {
  const router = Router();
  scripts(router, originOf);
  pages(router, terminal, season);
  actions(router, terminal);
  return router;
}

/** The widget's script is told the origin that it came from: it trusts no other. */
function scripts(router: Router, originOf: (request: Request) => string): void {
  const read = (name: string) => readFileSync(new URL(name, ASSETS), 'utf8');
  const widget = read('widget.js');
  router.get('/epc/widget.js', (request, response) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    response.type('text/javascript').send(widget.replace('__EPC_ORIGIN__', originOf(request)));
  });
  for (const name of ['frame.js', 'bank.js', 'epc.css']) {
    const text = read(name);
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    router.get(`/epc/${name}`, (_request, response) => void response.type(type).send(text));
  }
}

/** Never cached: a page shows how its payment stands now. */
function pages(
  router: Router,
  terminal: Terminal,
  { posConfig, currency }: Pick<Season, 'posConfig' | 'currency'>,
): void {
  const name = posConfig.organizationName as ExternalName | undefined;
  const organiser = name ? flatName(name) : '';
  const show = (render: (context: PageContext) => string) => (request: Request, response: Response) => {
    response.set({ 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'Cache-Control': 'no-store' });
    const payment = terminal.find(queryOf(request, 'transaction'));
    if (!payment) {
      response.status(404).type('text/plain').send('No such payment.');
      return;
    }
    const locale = queryOf(request, 'locale');
    response
      .type('html')
      .send(render({ payment, locale, host: queryOf(request, 'host'), organiser, currency }));
  };
  router.get('/epc/frame', show(framePage));
  router.get('/epc/bank', show(bankPage));
}

/** No cookie and no session: the transaction id, which only the shop and its visitor know, is the key. */
function actions(router: Router, terminal: Terminal): void {
  const act = (
    path: string,
    action: (payment: Payment, body: Record<string, unknown>) => object | Promise<object>,
  ) =>
    router.post(path, async (request, response) => {
      const body = bodyOf(request);
      const payment = terminal.find(textOf(body, 'transaction'));
      if (payment) response.json(await action(payment, body));
      else response.status(404).json({ error: 'No such payment.' });
    });
  act('/epc/pay', (payment, body) => terminal.pay(payment, cardOf(body)));
  act('/epc/cancel', (payment) => ({ step: terminal.cancel(payment) }));
  act('/epc/decide', (payment, { decision }) => {
    const isKnown = decision === 'approve' || decision === 'refuse' || decision === 'cancel';
    const step = terminal.decide(payment, isKnown ? decision : 'cancel');
    return { step, returnUrl: returnUrlOf(payment) };
  });
}

/** RETURN_URL as it is, with ORDER_IDENTIFIER behind its query, and nothing that says how the payment ended. Its fragment is dropped. */
function returnUrlOf({ returnUrl = '', orderIdentifier = '' }: Payment): string | undefined {
  if (!URL.canParse(returnUrl)) return undefined;
  const page = returnUrl.replace(/#.*/, '');
  const separator = page.includes('?') ? '&' : '?';
  return `${page}${separator}ORDER_IDENTIFIER=${encodeURIComponent(orderIdentifier)}`;
}

/** Anything but text counts as nothing, which the form then points out. */
function cardOf(body: Record<string, unknown>): CardForm {
  return {
    number: textOf(body, 'number').replace(/\s/g, ''),
    expiry: textOf(body, 'expiry'),
    cvc: textOf(body, 'cvc'),
    name: textOf(body, 'name'),
  };
}

function textOf(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

/** A parameter that is given twice counts as none. */
function queryOf(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

function bodyOf(request: Request): Record<string, unknown> {
  try {
    return Object(JSON.parse(String(request.body || '{}'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
