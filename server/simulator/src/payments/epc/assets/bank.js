/** The bank's page. In the frame it tells the page around it how it ended; on its own it goes back to the shop. */
const { transaction, host, step: endedAs } = document.body.dataset;
const form = document.getElementById('bank');
const status = document.getElementById('status');

function tell(message) {
  if (host) window.parent.postMessage(message, host);
}

new ResizeObserver(() => tell({ type: 'height', height: document.documentElement.offsetHeight })).observe(
  document.documentElement,
);

async function decide(decision) {
  const response = await fetch('/epc/decide', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ transaction, decision }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function setBusy(isBusy) {
  for (const button of form.querySelectorAll('button')) button.disabled = isBusy;
}

if (endedAs) tell({ type: 'step', step: endedAs });

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  setBusy(true);
  try {
    const { step, returnUrl } = await decide(event.submitter?.value);
    status.textContent = form.dataset[step];
    if (host) tell({ type: 'step', step });
    else if (returnUrl) window.location.assign(returnUrl);
  } catch {
    setBusy(false);
    status.textContent = form.dataset.unavailable;
    status.focus();
  }
});
