import {
  baseStyles,
  controls,
  fields,
  GroundController,
  icon,
  icons,
  moreIcons,
  note,
  noteStyles,
  prices,
  saleShape,
  saleStyles,
  stepper,
  stepperStyles,
  titleStyles,
} from '@s360-widgets/elements/look';
import { css, html, LitElement, type TemplateResult } from 'lit';

const colors = [
  ...['ink', 'ink-soft', 'ink-faint', 'edge', 'line', 'fill-strong', 'fill'],
  ...['ground', 'raised', 'accent', 'on-accent', 'accent-ink', 'accent-fill'],
  ...['good', 'good-fill', 'warn', 'warn-fill', 'bad', 'bad-fill', 'price-edge'],
];
const type = [
  ['title-xl', 'Event title'],
  ['title-l', 'Page title'],
  ['title-m', 'Section title, total'],
  ['title-s', 'Card title'],
  ['', 'Body'],
  ['meta', 'Date, venue, notes'],
  ['small', 'States, hints'],
] as const;
const sales = ['on-sale', 'limited', 'sold-out', 'soon', 'cancelled', 'moved', 'ended'] as const;

const section = (title: string, content: unknown): TemplateResult =>
  html`<section><h2 class="title-s">${title}</h2>${content}</section>`;

const marks = () =>
  sales.map((state) => {
    const [saleState, availability] =
      state === 'limited' ? (['on-sale', 'limited'] as const) : ([state, 'good'] as const);
    return html`<span class="sale small">${saleShape({ saleState, availability, onSaleAt: null })} ${state}</span>`;
  });

/** The look's tokens and pieces on one sheet. */
class StoryFoundations extends LitElement {
  static override styles = [
    ...baseStyles,
    titleStyles,
    controls,
    fields,
    prices,
    noteStyles,
    saleStyles,
    stepperStyles,
    css`
      section {
        margin-block-end: 40px;
      }
      .title-s {
        margin-block-end: 16px;
      }
      .grid {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(110px, 1fr));
      }
      .swatch {
        display: block;
        height: 56px;
        margin-block-end: 6px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      .flow {
        display: flex;
        flex-wrap: wrap;
        gap: 16px 24px;
        align-items: center;
      }
      .glyph-cell {
        display: grid;
        justify-items: center;
        gap: 6px;
      }
      .wide {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(280px, 1fr));
      }
    `,
  ];

  constructor() {
    super();
    new GroundController(this);
  }

  protected override render(): TemplateResult {
    return html`<div class="base">${this.#colours()}${this.#type()}${this.#pieces()}</div>`;
  }

  #colours(): TemplateResult {
    const swatch = (name: string, text: unknown = name) =>
      html`<div class="small"><span class="swatch" style="background: var(--_${name})"></span>${text}</div>`;
    return html`${section('Colour', html`<div class="grid">${colors.map((name) => swatch(name))}</div>`)}
    ${section(
      'Price ramp: A dearest to F cheapest. It turns cool by itself when the accent is warm',
      html`<div class="grid">${['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => swatch(`price-${letter}`, letter.toUpperCase()))}</div>`,
    )}`;
  }

  #type(): TemplateResult {
    const line = (step: string, use: string) =>
      html`<p class=${step}>The Magic Flute <span class="small soft">${use}</span></p>`;
    return section('Type', html`${type.map(([step, use]) => line(step, use))}`);
  }

  #pieces(): TemplateResult {
    const all = { ...icons, ...moreIcons };
    const glyphs = Object.entries(all).map(
      ([name, path]) => html`<span class="glyph-cell small soft">${icon(path)}${name}</span>`,
    );
    const count = { label: 'Full price', fewer: 'One less', more: 'One more', value: 2, max: 9, change() {} };
    return html`${section('Availability marks', html`<div class="flow">${marks()}</div>`)}
    ${section('Icons', html`<div class="grid">${glyphs}</div>`)}
    ${section(
      'Controls',
      html`<div class="flow">
        <button class="button primary large">Add to cart</button><button class="button primary">Get tickets</button
        ><button class="button">Choose a date</button><button class="button bare">Back to cart</button
        ><button class="button" aria-disabled="true">Not yet</button><button class="link">Clear filters</button
        >${stepper(count)}
        <label class="option"><input class="radio" type="radio" checked /> Evening</label>
        <label class="option"><input class="check" type="checkbox" checked /> Opera House</label>
      </div>`,
    )}
    ${section(
      'Notes',
      html`<div class="wide">
        ${note({ title: 'The total is now €211.00', text: 'It was €232.00. Enter your card once more: the payment form is new.' })}
        ${note({ tone: 'warn', title: 'Row H, seat 19 has just gone', text: 'Someone else took it a moment before you.' })}
        ${note({ tone: 'bad', title: 'Your bank refused the payment', text: 'You were not charged.' })}
      </div>`,
    )}`;
  }
}

customElements.define('story-foundations', StoryFoundations);
