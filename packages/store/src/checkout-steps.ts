import { idle } from './remote.js';
import type { CheckoutState, CheckoutStep } from './state.js';
import type { Tools } from './store.js';

/** Changes a part of the checkout's state. */
export const put = (tools: Tools, change: Partial<CheckoutState>) =>
  tools.set({ checkout: { ...tools.state.checkout, ...change } });

/** Moves to a step and lets the host page know. Away from the payment, its hand-over is void. */
export function go(tools: Tools, step: CheckoutStep): void {
  if (step === tools.state.checkout.step) return;
  put(tools, { step, ...(step === 'payment' ? {} : { payment: idle }) });
  tools.fact('checkout-step-changed', { step });
}
