import { expect } from '@open-wc/testing';
import type { WidgetHandOver } from '@s360-widgets/contract';
import { PaymentWidget, type WidgetFault, type WidgetReport } from './payment-widget.js';

type Settings = Record<string, unknown> & {
  target: HTMLElement;
  onPaid: () => void;
  onRefused: () => void;
  onLeft: () => void;
};
type Mount = (settings: Settings) => unknown;

let count = 0;

/** A widget whose script does nothing; what it would bring is `mount`, under a name of this test alone. */
function widgetOf(mount: Mount | null, change: Partial<WidgetHandOver> = {}) {
  const global = `TestPay${++count}`;
  if (mount) Object.assign(window, { [global]: { mount } });
  const element = document.createElement('div');
  document.body.append(element);
  const seen: (WidgetReport | WidgetFault | 'ready')[] = [];
  const timers: { milliseconds: number; callback: () => void }[] = [];
  const handOver: WidgetHandOver = {
    kind: 'widget',
    scriptUrl: `data:text/javascript,/* ${global} */`,
    integrity: null,
    global,
    function: 'mount',
    unmount: 'unmount',
    settings: { transactionId: '900', locale: 'en' },
    names: { element: 'target', success: 'onPaid', failure: 'onRefused', cancel: 'onLeft' },
    origins: [],
    ...change,
  };
  const listener = {
    onReady: () => void seen.push('ready'),
    onReport: (report: WidgetReport) => void seen.push(report),
    onFault: (fault: WidgetFault) => void seen.push(fault),
  };
  const after = (milliseconds: number, callback: () => void) => {
    const timer = { milliseconds, callback };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer), 1);
  };
  return { widget: new PaymentWidget(element, handOver, listener, after), element, seen, timers, handOver };
}

const scriptsOf = (url: string) => [...document.scripts].filter(({ src }) => src === url);

describe('the payment widget', () => {
  const error = console.error;
  beforeEach(() => (console.error = () => {}));
  afterEach(() => (console.error = error));

  it('is called once, with the settings as they are, the element and the callbacks under their names', async () => {
    const calls: Settings[] = [];
    const { widget, element, seen } = widgetOf((settings) => void calls.push(settings));
    await widget.start();
    expect(calls).to.have.length(1);
    expect(calls[0]).to.include({ transactionId: '900', locale: 'en', target: element });
    expect(calls[0]).to.have.keys('transactionId', 'locale', 'target', 'onPaid', 'onRefused', 'onLeft');
    expect(seen).to.deep.equal(['ready']);
  });

  it('passes on what its callbacks say, each once', async () => {
    const { widget, seen } = widgetOf(({ onRefused, onPaid, onLeft }) => {
      onRefused();
      onRefused();
      onLeft();
      onPaid();
      onPaid();
    });
    await widget.start();
    expect(seen).to.deep.equal(['failure', 'cancel', 'success', 'ready']);
  });

  it('is taken down with the function that it gave, and is not listened to any more', async () => {
    let unmounts = 0;
    let settings: Settings | undefined;
    const { widget, element, seen } = widgetOf((given) => {
      settings = given;
      given.target.append('card form');
      return { unmount: () => unmounts++ };
    });
    await widget.start();
    widget.stop();
    widget.stop();
    settings?.onPaid();
    expect(unmounts).to.equal(1);
    expect(element.childNodes).to.have.length(0);
    expect(seen).to.deep.equal(['ready']);
  });

  it('may give a promise, and is taken down even if it is left before that is kept', async () => {
    let unmounts = 0;
    let keep = (_: unknown) => {};
    const { widget, seen } = widgetOf(() => new Promise((resolve) => (keep = resolve)));
    const started = widget.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    widget.stop();
    keep({ unmount: () => unmounts++ });
    await started;
    expect(unmounts).to.equal(1);
    expect(seen).to.deep.equal([]);
  });

  it('may give nothing, and may throw when it is taken down', async () => {
    const silent = widgetOf(() => undefined);
    await silent.widget.start();
    silent.widget.stop();
    const angry = widgetOf(() => ({
      unmount() {
        throw new Error('already gone');
      },
    }));
    await angry.widget.start();
    angry.widget.stop();
    expect(angry.element.childNodes).to.have.length(0);
  });

  for (const [title, mount] of [
    [
      'throws',
      () => {
        throw new Error('no key');
      },
    ],
    ['breaks its promise', () => Promise.reject(new Error('no session'))],
    ['is not there', null],
  ] as const) {
    it(`is broken when it ${title}`, async () => {
      const { widget, seen, timers } = widgetOf(mount);
      await widget.start();
      expect(seen).to.deep.equal(['broken']);
      expect(timers).to.have.length(0);
    });
  }

  it('is blocked when the script does not have the hash that was agreed', async () => {
    const { widget, seen } = widgetOf(() => undefined, {
      integrity: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    });
    await widget.start();
    expect(seen).to.deep.equal(['blocked']);
  });

  it('asks again for a script that did not come, and only once for one that did', async () => {
    const integrity = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    const first = widgetOf(() => undefined, { integrity });
    await first.widget.start();
    expect(scriptsOf(first.handOver.scriptUrl)).to.have.length(0);
    const { scriptUrl } = first.handOver;
    const second = widgetOf(() => undefined, { scriptUrl });
    await second.widget.start();
    const third = widgetOf(() => undefined, { scriptUrl });
    await third.widget.start();
    expect([second.seen, third.seen]).to.deep.equal([['ready'], ['ready']]);
    expect(scriptsOf(scriptUrl)).to.have.length(1);
  });

  it('is blocked when nothing comes within the time limit, and what comes later is not listened to', async () => {
    let settings: Settings | undefined;
    const { widget, seen, timers } = widgetOf((given) => {
      settings = given;
      return new Promise(() => {});
    });
    void widget.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(timers.map(({ milliseconds }) => milliseconds)).to.deep.equal([20_000]);
    timers[0]?.callback();
    settings?.onPaid();
    expect(seen).to.deep.equal(['blocked']);
  });
});
