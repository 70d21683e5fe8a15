/** A shop around the element under test: a real store, with a relay, a clock and a storage that the test owns. */
import { checkedCall, type EndpointName, type Reply, type Request } from '@s360-widgets/contract';
import { type ProblemCode, ProblemError } from '@s360-widgets/contract/problem';
import { type Clock, createStore, type Storage, type Store } from '@s360-widgets/store';
import { render, type TemplateResult } from 'lit';
import { ShopProvider } from '../base/context.js';
import { createFormat } from '../base/format.js';
import type { Words } from '../base/words.js';
import type { SpokenLanguage } from '../locales/groups.js';
import { loadMessages } from '../locales/load.js';

/** A reply, a problem to throw, or a function of the call. Such as a relay would answer, or the test fails. */
export type Answers = {
  [Name in EndpointName]?: Reply<Name> | ProblemError | ((call: Request<Name>) => unknown);
};

export const startAt = '2026-11-27T10:00:00+01:00';
export const refuse = (code: ProblemCode, details: ProblemError['details'] = {}) =>
  new ProblemError(code, details);

export interface TestClock extends Clock {
  /** Moves time on; what is due happens on the way. */
  pass(seconds: number): Promise<void>;
}

export interface TestShop {
  readonly store: Store;
  readonly clock: TestClock;
  /** Endpoints called, in order, with what they were given. */
  readonly calls: { name: EndpointName; given: { body?: unknown } }[];
  /** What the relay answers from now on, besides what it did. */
  answer(more: Answers): void;
  /** The container; events pass through it. */
  readonly page: HTMLElement;
}

export interface Given {
  answers?: Answers;
  /** What this device keeps, such as `{ 'cart-token': 't' }`. */
  kept?: Record<string, unknown>;
  lang?: SpokenLanguage;
  /** Colours of the page around the element, instead of dark ink on white. */
  look?: string;
  /** What this device keeps lives no longer than the page. */
  isStorageRefused?: boolean;
  /** The shop explains what is wrong. */
  isDebug?: boolean;
  /** A relay of another version than this kit: what it answers is not held against the contract. */
  isRelayOther?: boolean;
}

/** Puts a template into the page, below a shop. */
export async function shopWith(template: TemplateResult, given: Given = {}): Promise<TestShop> {
  const { answers = {}, kept = {}, lang = 'en', isStorageRefused = false, isDebug = false } = given;
  const hold: typeof checkedCall = given.isRelayOther ? async (_name, answer) => answer() : checkedCall;
  const { look = 'color: #14191e; background: #fff' } = given;
  const known: Answers = { ...answers };
  const calls: TestShop['calls'] = [];
  const clock = testClock();
  const storage = memory(kept, isStorageRefused);
  const store = createStore({
    client: {
      async call(name, options) {
        calls.push({ name, given: options as { body?: unknown } });
        const answer: unknown = known[name];
        if (answer === undefined) throw refuse('relay-unreachable');
        const reply = await hold(name, async () => {
          if (answer instanceof ProblemError) throw answer;
          const given =
            typeof answer === 'function' ? (answer as (call: unknown) => unknown)(options) : answer;
          return given as Reply<typeof name>;
        });
        return structuredClone(reply);
      },
    },
    clock,
    device: async () => ({ storage, tabs: { post() {}, listen() {} } }),
    lang,
  });
  const page = document.createElement('div');
  page.style.cssText = `font: 16px/1.5 system-ui, sans-serif; ${look}`;
  document.body.append(page);
  pages.add(page);
  const words = await wordsOf(lang, clock);
  const relay = 'https://relay.example.org';
  const needWords = async () => {};
  new ShopProvider(page).provide({ store, words, needWords, debug: isDebug, relay });
  render(template, page);
  await settled(page);
  return { store, clock, calls, page, answer: (more) => void Object.assign(known, more) };
}

const pages = new Set<HTMLElement>();

const addressOfTests = location.href;

/** Takes away what tests have put into the page and into its address. For `afterEach`. */
export function clearPages(): void {
  for (const page of pages) page.remove();
  pages.clear();
  history.replaceState(null, '', addressOfTests);
}

/** Lets promises and renderings come to rest. */
export async function settled(page: ParentNode): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    for (const element of page.querySelectorAll('*'))
      if ('updateComplete' in element) await element.updateComplete;
  }
}

async function wordsOf(lang: SpokenLanguage, clock: Clock): Promise<Words> {
  const groups = await Promise.all(
    (['base', 'filters', 'event', 'seats', 'cart', 'buy', 'tickets', 'problems'] as const).map((group) =>
      loadMessages(lang, group),
    ),
  );
  return { lang, format: createFormat(lang, clock.now), ...Object.assign({}, ...groups) } as Words;
}

function memory(kept: Record<string, unknown>, isRefused: boolean): Storage {
  const values = new Map(Object.entries(kept));
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    update: async <T>(key: string, change: (old: T | undefined) => T | undefined) => {
      const value = change(values.get(key) as T | undefined);
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
    watch: (listener) => {
      if (isRefused) listener(false);
    },
  };
}

function testClock(): TestClock {
  let now = Date.parse(startAt);
  const timers = new Set<{ at: number; callback: () => unknown }>();
  return {
    now: () => now,
    correct() {},
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(seconds) {
      const end = now + seconds * 1000;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.callback();
        await new Promise((resolve) => setTimeout(resolve));
      }
      now = end;
      await settled(document);
    },
  };
}

/** What a person finds below an element: by name, through its shadow root. */
export class Seen {
  readonly #root: Element | ShadowRoot;

  constructor(private readonly element: Element) {
    this.#root = element.shadowRoot ?? element;
  }

  all = (selector: string): HTMLElement[] => [...this.#root.querySelectorAll<HTMLElement>(selector)];
  has = (selector: string): boolean => this.all(selector).length > 0;
  button = (name: string | RegExp): HTMLElement => this.#named('button', name);
  link = (name: string | RegExp): HTMLElement => this.#named('a', name);
  hasButton = (name: string | RegExp): boolean => this.all('button').some((each) => isNamed(each, name));
  hasLink = (name: string | RegExp): boolean => this.all('a').some((each) => isNamed(each, name));

  /** The first that matches. @throws when there is none */
  get<T extends HTMLElement>(selector: string): T {
    const [first] = this.all(selector);
    if (!first) throw new Error(`There is no ${selector}`);
    return first as T;
  }

  /** What a person reads: all text, in order, with single spaces. */
  get text(): string {
    const parts = [...this.#root.children].filter(({ localName }) => localName !== 'style');
    return spaced(parts.map(({ textContent }) => textContent).join(' '));
  }

  get focused(): HTMLElement | null {
    return (this.element.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  }

  /** Gives a field its value, as a person does: all at once, then leaves it. */
  fill(selector: string, value: string): void {
    const field = this.get<HTMLInputElement>(selector);
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.dispatchEvent(new Event('blur'));
  }

  #named(selector: string, name: string | RegExp): HTMLElement {
    const all = this.all(selector);
    const found = all.find((each) => isNamed(each, name));
    if (!found) throw new Error(`There is no ${selector} "${name}" in: ${all.map(nameOf).join(' | ')}`);
    return found;
  }
}

export const within = (element: Element): Seen => new Seen(element);

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const nameOf = (element: HTMLElement) => spaced(element.getAttribute('aria-label') ?? element.textContent);
const isNamed = (element: HTMLElement, name: string | RegExp) =>
  typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
