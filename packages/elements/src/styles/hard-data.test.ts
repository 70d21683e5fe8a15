import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { everyElement, showElement, type Shown } from '../every-element.fixture.js';
import { clearPages } from '../pieces/shop.fixture.js';

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftx';
const address = `https://tickets.example.org/${'a-long-way-'.repeat(18)}`;
const names = /^(title|name|venueName|venueAddress|address|area|block|tariffName|firstName)$/;

/** The same answers, with a word of 81 letters for each name and a bare address for each text. */
function hardened(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    if (names.test(key) && value) return word;
    return key === 'text' || key === 'description' ? value && address : value;
  }
  if (Array.isArray(value)) return value.map((item) => hardened(item, key));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, hardened(item, name)]));
}

const plain = (shown: Shown) => shown;
const hard = ({ answers, ...shown }: Shown): Shown => ({
  ...shown,
  answers: Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      name === 'getSeatPlan' ? answer : hardened(answer),
    ]),
  ),
});

const screens: readonly (readonly [
  name: string,
  width: number,
  size: number,
  data: (shown: Shown) => Shown,
])[] = [
  ['long words at 1280 px', 1280, 16, hard],
  ['long words at 390 px', 390, 16, hard],
  ['long words at 320 px', 320, 16, hard],
  ['plain data at 320 px', 320, 16, plain],
  ['plain data at 390 px and 200 % text', 390, 32, plain],
  ['long words at 1280 px and 200 % text', 1280, 32, hard],
];

/** What stands out of the page at the end, and is not in a strip that scrolls by itself. */
function sticksOut(root: Element, width: number): string[] {
  return [...below(root)]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1)
    .map(
      (element) =>
        `${element.localName}.${element.getAttribute('class')} ${element.getBoundingClientRect().right}`,
    );
}

function* below(root: Element): Generator<Element> {
  for (const child of (root.shadowRoot ?? root).children) {
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(child).overflowX)) continue;
    yield child;
    yield* below(child);
  }
}

describe('hard data', () => {
  afterEach(clearPages);
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [name, shown] of Object.entries(everyElement))
    it(`the ${name} scrolls nothing sideways, whatever words, width and text size`, async () => {
      const faults: Record<string, string[]> = {};
      for (const [screen, width, size, data] of screens) {
        await setViewport({ width, height: 900 });
        const { element, page } = await showElement(data(shown), `color: #222; font-size: ${size}px`);
        const out = sticksOut(element, page.getBoundingClientRect().right);
        if (out.length || document.documentElement.scrollWidth > width) faults[screen] = out.slice(0, 5);
        clearPages();
      }
      expect(JSON.stringify(faults, null, 1)).to.equal('{}');
    }).timeout(60_000);

  it('breaks no amount of money in two beside a long word', async () => {
    await setViewport({ width: 320, height: 900 });
    const { element } = await showElement(hard(everyElement.cart!));
    const amounts = [...below(element)].filter((each) => /^€\d+\.\d\d$/.test(each.textContent?.trim() ?? ''));
    expect(amounts.length).to.be.greaterThan(0);
    for (const amount of amounts) {
      const { lineHeight } = getComputedStyle(amount);
      expect(amount.getBoundingClientRect().height, amount.outerHTML).to.be.lessThan(
        2 * Number.parseFloat(lineHeight),
      );
    }
  });

  it('keeps the page’s indent, alignment, capitals and word breaks out', async () => {
    const wrapper = 'text-indent: 40px; text-align: center; text-transform: uppercase; word-break: break-all';
    const { element } = await showElement(everyElement['event list, cards']!, wrapper);
    const { textIndent, textAlign, textTransform, wordBreak } = getComputedStyle(
      element.shadowRoot!.querySelector('.title-s')!,
    );
    expect([textIndent, textAlign, textTransform, wordBreak]).to.deep.equal([
      '0px',
      'start',
      'none',
      'normal',
    ]);
  });

  it('gives an event without a picture the whole width, and a card the first letter of its title', async () => {
    await setViewport({ width: 1280, height: 900 });
    const { element } = await showElement(everyElement.event!);
    const [head, about] = ['.head', '.about'].map(
      (each) => element.shadowRoot!.querySelector(each)!.clientWidth,
    );
    expect(about).to.equal(head);
    const list = await showElement(everyElement['event list, cards']!);
    const poster = list.element.shadowRoot!.querySelector('.poster')!;
    expect(getComputedStyle(poster, '::before').content).to.equal('"T"');
  });
});
