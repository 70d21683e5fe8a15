/** Measures what a person sees: the contrast of each piece of text with what is painted behind it, by computed colours. */

type Channels = [red: number, green: number, blue: number, alpha: number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
const seen = new Map<string, Channels>();

/** Any computed colour → sRGB, 0 to 255, and opacity, 0 to 1. */
function channels(colour: string): Channels {
  const before = seen.get(colour);
  if (before) return before;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const read: Channels = [red, green, blue, alpha / 255];
  seen.set(colour, read);
  return read;
}

const over = ([red, green, blue, alpha]: Channels, below: Channels): Channels => {
  const blend = (channel: number, under: number) => channel * alpha + under * (1 - alpha);
  return [blend(red, below[0]), blend(green, below[1]), blend(blue, below[2]), 1];
};

function luminance([red, green, blue]: Channels): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue]
    .map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrastOf(one: Channels, other: Channels): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const parentOf = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;

/** What is painted behind an element; undefined over a picture, whose colours nobody knows. */
function groundOf(element: Element): Channels | undefined {
  const layers: Channels[] = [];
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    const layer = channels(backgroundColor);
    if (layer[3] < 1 && backgroundImage !== 'none') return undefined;
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]);
}

export interface Unreadable {
  text: string;
  contrast: number;
}

/** All text below an element that has less contrast than asked for; what is disabled is exempt, as WCAG has it. */
export function unreadable(root: Element, least = 4.5): Unreadable[] {
  const found: Unreadable[] = [];
  for (const element of elementsBelow(root)) {
    const text = ownText(element);
    if (!text || !isSeen(element)) continue;
    const ground = groundOf(element);
    const contrast = ground ? contrastOf(over(channels(getComputedStyle(element).color), ground), ground) : 0;
    if (contrast < least)
      found.push({ text: `${element.localName}.${element.className}: ${text}`, contrast });
  }
  return found;
}

function* elementsBelow(root: Element): Generator<Element> {
  for (const child of (root.shadowRoot ?? root).children) {
    yield child;
    yield* elementsBelow(child);
  }
}

function ownText(element: Element): string {
  if (element instanceof HTMLInputElement)
    return /^(checkbox|radio|range)$/.test(element.type) ? '' : element.value;
  if (element instanceof HTMLStyleElement) return '';
  const texts = [...element.childNodes]
    .filter((node) => node instanceof Text)
    .map((node) => node.data.trim());
  return texts.join(' ').trim();
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const isOff = element.closest('[aria-disabled="true"], :disabled, :has(> :disabled), .unseen, .probes');
  return (
    width > 1 &&
    height > 1 &&
    !isOff &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}
