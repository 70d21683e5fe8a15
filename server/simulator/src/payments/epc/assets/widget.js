/**
 * The payment widget's script. One global:
 *
 *   PaymentWidget.mount({ element, transactionId, locale, onSuccess, onFailure, onCancel }) -> { unmount() }
 *
 * `element` gets one frame of the payment service, as high as its content. Each callback is called at most once, with
 * `{ transactionId }`. None is called when the bank takes the whole window, or when the frame never answers.
 */
(() => {
  const ORIGIN = '__EPC_ORIGIN__';
  const TITLES = {
    en: 'Card payment',
    fr: 'Paiement par carte',
    de: 'Kartenzahlung',
    it: 'Pagamento con carta',
  };

  function createFrame(transactionId, locale) {
    const frame = document.createElement('iframe');
    const query = new URLSearchParams({ transaction: transactionId, locale, host: window.location.origin });
    frame.src = `${ORIGIN}/epc/frame?${query}`;
    frame.title = TITLES[locale.slice(0, 2)] ?? TITLES.en;
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-same-origin');
    frame.setAttribute('referrerpolicy', 'origin');
    Object.assign(frame.style, { display: 'block', width: '100%', height: '420px', border: '0' });
    return frame;
  }

  function mount({ element, transactionId, locale = 'en', onSuccess, onFailure, onCancel }) {
    if (!(element instanceof Element)) throw new TypeError('PaymentWidget.mount: element is not an Element');
    if (!/^\d+$/.test(String(transactionId)))
      throw new TypeError('PaymentWidget.mount: transactionId is not a number');
    const frame = createFrame(String(transactionId), String(locale));
    const callbacks = { paid: onSuccess, refused: onFailure, ended: onFailure, cancelled: onCancel };
    let isDone = false;

    function listen(event) {
      if (event.origin !== ORIGIN || event.source !== frame.contentWindow) return;
      const { type, height, step, url } = event.data ?? {};
      if (type === 'height' && Number.isFinite(height)) frame.style.height = `${Math.ceil(height)}px`;
      if (type === 'redirect' && String(url).startsWith(`${ORIGIN}/epc/bank?`)) window.location.assign(url);
      if (type === 'step' && !isDone && Object.hasOwn(callbacks, step)) {
        isDone = true;
        callbacks[step]?.({ transactionId });
      }
    }

    window.addEventListener('message', listen);
    element.append(frame);
    return {
      unmount() {
        window.removeEventListener('message', listen);
        frame.remove();
      },
    };
  }

  window.PaymentWidget = Object.freeze({ mount });
})();
