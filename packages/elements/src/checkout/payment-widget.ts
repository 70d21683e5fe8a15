import type { WidgetHandOver } from '@s360-widgets/contract';
import { loadScript } from './payment-script.js';

/** What the widget's callbacks say. A hint to look: what is true comes from the relay. */
export type WidgetReport = 'success' | 'failure' | 'cancel';

/** Why there is no widget: its script did not come (blocked, offline, too slow), or what came is not what it should be. */
export type WidgetFault = 'blocked' | 'broken';

export interface WidgetListener {
  /** The widget took its place in the page. */
  onReady(): void;
  onReport(report: WidgetReport): void;
  onFault(fault: WidgetFault): void;
}

/** Calls back after some milliseconds and returns the way to cancel: the shop's clock. */
type After = (milliseconds: number, callback: () => void) => () => void;

/** How long script and widget may take. */
const limitSeconds = 20;

/**
 * The provider's payment widget in an element of the page's light DOM, since card fields can't mount in a shadow root.
 *
 * All names come from the hand-over, so nothing here knows a vendor. And nothing of the widget is trusted: it may throw, give a
 * promise, call back twice, or call after it was taken down. Each kind of report is passed on once, and none after `stop`.
 */
export class PaymentWidget {
  #isStopped = false;
  #cancelLimit: (() => void) | undefined;
  #handle: unknown;
  readonly #reported = new Set<WidgetReport>();

  constructor(
    readonly element: HTMLElement,
    readonly handOver: WidgetHandOver,
    private readonly listener: WidgetListener,
    private readonly after: After,
  ) {}

  async start(): Promise<void> {
    this.#cancelLimit = this.after(limitSeconds * 1000, () => this.#fail('blocked'));
    try {
      await loadScript(this.handOver);
    } catch (fault) {
      // What else can keep a script away, the browser tells by itself.
      if (fault instanceof TypeError) console.error('The payment form was not let into the page.', fault);
      return this.#fail('blocked');
    }
    if (this.#isStopped) return;
    try {
      const handle = await this.#mount();
      if (this.#isStopped) return this.#unmount(handle);
      this.#handle = handle;
    } catch (fault) {
      console.error('The payment widget failed to start.', fault);
      return this.#fail('broken');
    }
    this.#cancelLimit();
    this.listener.onReady();
  }

  /** Takes the widget down; safe to call again. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#cancelLimit?.();
    this.#unmount(this.#handle);
    this.element.replaceChildren();
  }

  /** Calls what the hand-over names. @throws whatever the widget throws, or TypeError when there is no such function */
  async #mount(): Promise<unknown> {
    const { global, function: name, settings, names } = this.handOver;
    const owner = (window as unknown as Record<string, unknown>)[global] as
      | Record<string, unknown>
      | undefined;
    const mount = owner?.[name];
    if (typeof mount !== 'function') throw new TypeError(`window.${global}.${name} is no function`);
    return mount.call(owner, {
      ...settings,
      [names.element]: this.element,
      [names.success]: () => this.#report('success'),
      [names.failure]: () => this.#report('failure'),
      [names.cancel]: () => this.#report('cancel'),
    }) as unknown;
  }

  #unmount(handle: unknown): void {
    const unmount = (handle as Record<string, unknown> | null | undefined)?.[this.handOver.unmount];
    if (typeof unmount !== 'function') return;
    try {
      unmount.call(handle);
    } catch (fault) {
      console.error('The payment widget failed to leave.', fault);
    }
  }

  #report(report: WidgetReport): void {
    if (this.#isStopped || this.#reported.has(report)) return;
    this.#reported.add(report);
    this.listener.onReport(report);
  }

  #fail(fault: WidgetFault): void {
    if (this.#isStopped) return;
    this.stop();
    this.listener.onFault(fault);
  }
}
