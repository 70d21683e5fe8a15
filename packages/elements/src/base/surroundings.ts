import type { ReactiveElement } from 'lit';
import { parentOf } from './flat-tree.js';

/** A colour without transparency. */
export interface Colour {
  /** As CSS writes it. */
  readonly text: string;
  /** Relative luminance, 0 to 1, as WCAG has it. */
  readonly luminance: number;
}

/** What an element stands on, and what it is written in. */
export interface Surroundings {
  /** The page's ink: the element's inherited `color`, or `--s360-color-ink`. */
  readonly ink: Colour;
  /** `--s360-color-ground`, else what is painted behind the element, as far as colours tell. */
  readonly ground: Colour;
  /** Whether the page names the ground with `--s360-color-ground`. */
  readonly isGiven: boolean;
  /** Whether a picture lies behind, so that nobody knows the ground. */
  readonly isPicture: boolean;
}

/** Red, green, blue and opacity, 0 to 1. */
type Channels = readonly [number, number, number, number];

const white: Channels = [1, 1, 1, 1];
/** Contrast of text on a ground, 1 to 21, as WCAG has it. */
export const contrast = (one: Colour, other: Colour): number =>
  (Math.max(one.luminance, other.luminance) + 0.05) / (Math.min(one.luminance, other.luminance) + 0.05);

/** Reads the page around an element, as it is painted now. Undefined in a browser that can't derive colours. */
export function surroundingsOf(element: ReactiveElement): Surroundings | undefined {
  if (!canDerive()) return undefined;
  const { probe, read } = reader(element);
  probe.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
  const given = read('var(--s360-color-ground,transparent)');
  const isGiven = given[3] > 0;
  const { layers, isPicture } = isGiven ? { layers: [given], isPicture: false } : layersBehind(element, read);
  const ground = layers.reduceRight((below, layer) => over(layer, below), white);
  const ink = over(read(getComputedStyle(element).color), ground);
  probe.remove();
  return { ink: colourOf(ink), ground: colourOf(ground), isGiven, isPicture };
}

/** Lets the browser work out any CSS colour, tokens included, as it is inside an element. The probe is to be removed. */
function reader(element: ReactiveElement) {
  const probe = element.renderRoot.appendChild(document.createElement('i'));
  const read = (colour: string): Channels => {
    probe.style.color = `color(from ${colour} srgb r g b/alpha)`;
    const [red = 0, green = 0, blue = 0, alpha = 1] =
      getComputedStyle(probe)
        .color.match(/\d[\d.e-]*/g)
        ?.map(Number) ?? [];
    return [within(red), within(green), within(blue), alpha];
  };
  return { probe, read };
}

/** The colours inside an element, such as `var(--_accent)`. */
export function coloursIn(element: ReactiveElement, ...colours: readonly string[]): Colour[] {
  const { probe, read } = reader(element);
  const found = colours.map((colour) => colourOf(read(colour)));
  probe.remove();
  return found;
}

/** What sRGB has not, a screen shows as the nearest that it has. */
const within = (channel: number) => Math.min(1, Math.max(0, channel));

const canDerive = () =>
  CSS.supports('color:light-dark(red,red)') && CSS.supports('color:color(from red srgb r g b)');

/** The backgrounds behind an element, nearest first, down to one that covers what is below it; at the end the page's canvas. */
function layersBehind(element: Element, read: (colour: string) => Channels) {
  const layers: Channels[] = [];
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const { backgroundColor, backgroundImage } = getComputedStyle(node);
    if (backgroundImage !== 'none') return { layers, isPicture: true };
    if (backgroundColor === 'rgba(0, 0, 0, 0)') continue;
    const layer = read(backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) return { layers, isPicture: false };
  }
  return { layers: [...layers, read('Canvas')], isPicture: false };
}

const over = ([red, green, blue, alpha]: Channels, below: Channels): Channels => {
  const blend = (channel: number, under: number) => channel * alpha + under * (1 - alpha);
  return [blend(red, below[0]), blend(green, below[1]), blend(blue, below[2]), 1];
};

function colourOf([red, green, blue]: Channels): Colour {
  const linear = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return {
    text: `color(srgb ${red} ${green} ${blue})`,
    luminance: 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue),
  };
}
