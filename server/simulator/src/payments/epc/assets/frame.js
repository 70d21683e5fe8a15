/** The card form. It tells the page around it its height and how the payment ended, and that page's origin only. */
const { transaction, host, locale, step: endedAs } = document.body.dataset;
const form = document.getElementById('card');
const status = document.getElementById('status');

function tell(message) {
  if (host) window.parent.postMessage(message, host);
}

new ResizeObserver(() => tell({ type: 'height', height: document.documentElement.offsetHeight })).observe(
  document.documentElement,
);

async function send(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ transaction, ...body }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function setBusy(isBusy) {
  for (const control of document.querySelectorAll('input, button')) control.disabled = isBusy;
  form.setAttribute('aria-busy', String(isBusy));
  status.textContent = isBusy ? form.dataset.working : '';
}

function showErrors(wrong) {
  for (const input of form.querySelectorAll('input')) {
    const isWrong = wrong.includes(input.name);
    const error = document.getElementById(`${input.name}-error`);
    input.setAttribute('aria-invalid', String(isWrong));
    error.textContent = isWrong ? error.dataset.text : '';
  }
  document.getElementById(wrong[0])?.focus();
}

function end(step) {
  form.hidden = true;
  document.querySelector('.cards').hidden = true;
  status.textContent = form.dataset[step];
  form.before(status);
  status.focus();
  tell({ type: 'step', step });
}

function follow(step) {
  const url = new URL('/epc/bank', window.location.origin);
  url.searchParams.set('transaction', transaction);
  url.searchParams.set('locale', locale);
  if (step === 'bank-page') tell({ type: 'redirect', url: url.href });
  else if (step === 'bank') {
    url.searchParams.set('host', host);
    window.location.assign(url);
  } else if (step !== 'silent') end(step);
}

async function submit(path, body) {
  setBusy(true);
  try {
    const answer = await send(path, body);
    if (answer.wrong) {
      setBusy(false);
      showErrors(answer.wrong);
    } else follow(answer.step);
  } catch {
    setBusy(false);
    status.textContent = form.dataset.unavailable;
    status.focus();
  }
}

function groupDigits(input, size, separator) {
  const digits = input.value.replace(/\D/g, '');
  input.value = digits.replace(new RegExp(`(\\d{${size}})(?=\\d)`, 'g'), `$1${separator}`);
}

if (endedAs) tell({ type: 'step', step: endedAs });

if (form) {
  const { number, expiry, cvc, name } = form.elements;
  number.addEventListener('input', () => groupDigits(number, 4, ' '));
  expiry.addEventListener('input', () => groupDigits(expiry, 2, '/'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit('/epc/pay', Object.fromEntries(new FormData(form)));
  });
  document.getElementById('cancel').addEventListener('click', () => submit('/epc/cancel', {}));
  for (const button of document.querySelectorAll('[data-number]')) {
    button.addEventListener('click', () => {
      number.value = button.dataset.number;
      expiry.value = `12/${String((new Date().getFullYear() + 2) % 100).padStart(2, '0')}`;
      cvc.value = '123';
      name.value ||= 'Camille Martin';
      groupDigits(number, 4, ' ');
      showErrors([]);
      form.querySelector('.primary').focus();
    });
  }
}
