import { moneyText } from '../../money.js';
import type { CurrencyData } from '../../season/season.types.js';
import type { Payment } from '../payment.js';
import { isOpen } from '../payment.js';
import { type CardField, TEST_CARDS } from './cards.js';
import { stepOf } from './terminal.js';
import { type Texts, languageOf, textsOf } from './texts.js';

/** What a page is about. Everything in here is escaped where it is written. */
export interface PageContext {
  payment: Payment;
  locale: string;
  /** Origin of the page that shows the form: the only one that is told how the payment ended. Empty on a whole page. */
  host: string;
  organiser: string;
  currency: CurrencyData;
}

/** The card form, or how the payment ended. */
export function framePage(context: PageContext): string {
  const texts = textsOf(languageOf(context.locale));
  const { payment } = context;
  const body = isOpen(payment) ? cardForm(texts, context) : ending(texts, payment);
  return page(context, texts.title, 'frame.js', body);
}

/** The bank's page for 3-D Secure, in the frame or as a page of its own. */
export function bankPage(context: PageContext): string {
  const texts = textsOf(languageOf(context.locale));
  const { payment } = context;
  const body = payment.status === 'IN_PROGRESS' ? bankForm(texts, context) : ending(texts, payment);
  return page(context, texts.bankTitle, 'bank.js', body);
}

/** The scripts read what they need from the body's data attributes; `data-step` says that the payment has ended. */
function page(context: PageContext, title: string, script: string, body: string): string {
  const language = languageOf(context.locale);
  const { payment, host } = context;
  const data = [
    `data-transaction="${payment.transactionId}"`,
    `data-host="${escape(host)}"`,
    `data-locale="${escape(context.locale)}"`,
    isOpen(payment) ? '' : `data-step="${stepOf(payment)}"`,
    host === '' ? 'class="whole"' : '',
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<link rel="stylesheet" href="/epc/epc.css">
<script type="module" src="/epc/${script}"></script>
</head>
<body ${data.join(' ')}>
<main>${body}</main>
</body>
</html>`;
}

/** The script turns the browser's own validation off, so that the words are those of the visitor's language. */
function cardForm(texts: Texts, context: PageContext): string {
  const pay = texts.pay.replace('{amount}', amountOf(context));
  return `
<h1 class="unseen">${escape(texts.title)}</h1>
<form id="card" novalidate data-working="${escape(texts.working)}" data-unavailable="${escape(texts.unavailable)}"
  ${endings(texts)}>
<div class="fields">
${field(texts, 'number', 'inputmode="numeric" autocomplete="cc-number" maxlength="23" placeholder="1234 1234 1234 1234"')}
${field(texts, 'expiry', 'inputmode="numeric" autocomplete="cc-exp" maxlength="5" placeholder="09/30"')}
${field(texts, 'cvc', 'inputmode="numeric" autocomplete="cc-csc" maxlength="4" placeholder="123"')}
${field(texts, 'name', 'autocomplete="cc-name" maxlength="80"')}
</div>
<p id="status" class="status" role="status" tabindex="-1"></p>
<div class="actions">
<button class="primary" type="submit">${escape(pay)}</button>
<button class="quiet" type="button" id="cancel">${escape(texts.cancel)}</button>
</div>
<p class="note">${escape(texts.secure)}</p>
</form>
${cardList(texts)}`;
}

/** The error's words wait in `data-text` until the script shows them. */
function field(texts: Texts, name: CardField, attributes: string): string {
  return `<div class="field ${name}">
<label for="${name}">${escape(texts.labels[name])}</label>
<input id="${name}" name="${name}" ${attributes} required aria-describedby="${name}-error">
<p id="${name}-error" class="error" data-text="${escape(texts.errors[name])}"></p>
</div>`;
}

/** The note under the form: a card is a button that fills the fields. */
function cardList(texts: Texts): string {
  const rows = TEST_CARDS.map(({ number, outcome }) => {
    const shown = number.replace(/(\d{4})(?=\d)/g, '$1 ');
    return `<li><button type="button" data-number="${number}"><code>${shown}</code><span>${escape(
      texts.outcomes[outcome],
    )}</span></button></li>`;
  });
  return `<section class="cards" aria-labelledby="cards-title">
<h2 id="cards-title">${escape(texts.testCards)}</h2>
<p>${escape(texts.testHint)}</p>
<ul>${rows.join('')}</ul>
</section>`;
}

/** Each button's value is the decision that is sent. */
function bankForm(texts: Texts, context: PageContext): string {
  const ask = texts.bankAsk
    .replace('{organiser}', context.organiser)
    .replace('{amount}', amountOf(context))
    .replace('{card}', (context.payment.cardMaskedNumber ?? '').replace(/[* ]+/, '•••• '));
  return `
<form id="bank" data-unavailable="${escape(texts.unavailable)}" ${endings(texts)}>
<p class="bank"><span aria-hidden="true">◆</span> Demo Bank</p>
<h1>${escape(texts.bankTitle)}</h1>
<p>${escape(ask)}</p>
<p id="status" class="status" role="status" tabindex="-1"></p>
<div class="actions">
<button class="primary" type="submit" value="approve">${escape(texts.approve)}</button>
<button type="submit" value="refuse">${escape(texts.refuse)}</button>
<button class="quiet" type="submit" value="cancel">${escape(texts.cancel)}</button>
</div>
<p class="note">${escape(texts.bankNote)}</p>
</form>`;
}

/** For a page that is opened after the payment ended. */
function ending(texts: Texts, payment: Payment): string {
  const step = stepOf(payment);
  const text = step === 'paid' || step === 'refused' || step === 'cancelled' ? texts[step] : texts.ended;
  return `<p class="status" role="status">${escape(text)}</p>`;
}

/** What the scripts say when the payment ends. */
function endings({ paid, refused, cancelled, ended }: Texts): string {
  return Object.entries({ paid, refused, cancelled, ended })
    .map(([step, text]) => `data-${step}="${escape(text)}"`)
    .join(' ');
}

/** In the visitor's language. */
function amountOf({ payment, locale, currency }: PageContext): string {
  return moneyText(payment.amount, currency, languageOf(locale));
}

/** For text and for attribute values. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
