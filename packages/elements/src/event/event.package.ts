import type { PackagePart } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { isOnSale, saleMark } from '../pieces/sale-mark.js';
import { isChoice, type PackedLine } from './event.offer.js';
import type { EventSetting } from './event.setting.js';

/** What a package holds: what belongs to every one, and what is to be chosen. Nothing for any other event. */
export function packageParts(setting: EventSetting): TemplateResult | typeof nothing {
  const { packed } = setting.offer;
  const fixed = packed.filter(({ line }) => !isChoice(line));
  if (!packed.length) return nothing;
  return html`${packed.filter(({ line }) => isChoice(line)).map((packedLine, index) => choice(packedLine, index, setting))}
  ${
    fixed.length
      ? html`<div class="heading"><h3 class="title-m">${setting.words.event.package.holds}</h3></div>
          <ul class="held">
            ${fixed.flatMap(({ line }) =>
              line.parts.map((part) => html`<li>${what(part, line.quantity, setting)}</li>`),
            )}
          </ul>`
      : nothing
  }`;
}

/** One of a few, or several of them: then another one can be had only in place of one of those. */
function choice({ line, chosen }: PackedLine, index: number, setting: EventSetting): TemplateResult {
  const say = setting.words.event.package;
  const { choiceCount, parts, quantity } = line;
  const isOne = choiceCount === 1;
  const title = titleOfAll(parts);
  const option = (part: PackagePart) => {
    const isChosen = chosen.includes(part);
    const isOff = !isOnSale(part) || (!isOne && !isChosen && chosen.length === choiceCount);
    return html`<label class="option"
      ><input
        class=${isOne ? 'radio' : 'check'}
        type=${isOne ? 'radio' : 'checkbox'}
        name="part-${index}"
        .checked=${isChosen}
        ?disabled=${isOff}
        @change=${() => pick(part, setting)}
      />${what(title ? { ...part, title: part.name, name: '' } : part, quantity, setting)}</label
    >`;
  };
  return html`<fieldset class="items">
    <legend class="title-m">${isOne ? say.chooseOne(title) : say.choose(choiceCount)}</legend>
    ${isOne ? nothing : html`<p class="meta soft" role="status">${say.chosen(chosen.length, choiceCount)}</p>`}
    ${parts.map(option)}
  </fieldset>`;
}

/** What all are items of, such as a bag in several colours; empty where they are different things, or one of them has no name. */
function titleOfAll(parts: readonly PackagePart[]): string {
  const [first] = parts;
  const isOneThing = parts.every(
    ({ title, name, kind }) => title === first?.title && name && kind !== 'event',
  );
  return first && isOneThing ? first.title : '';
}

/** In place of the others of its line where one is to be chosen, else beside them or not any more. */
function pick({ id }: PackagePart, { offer, choose }: EventSetting): void {
  const partIds = offer.packed.flatMap(({ line, chosen }) => {
    const ids = isChoice(line) ? chosen.map((part) => part.id) : [];
    if (!line.parts.some((part) => part.id === id)) return ids;
    if (line.choiceCount === 1) return [id];
    return ids.includes(id) ? ids.filter((chosenId) => chosenId !== id) : [...ids, id];
  });
  choose({ partIds });
}

/** `4 × Hansel and Gretel`, and when; of an item which. */
function what(part: PackagePart, quantity: number, { event, words, now }: EventSetting): TemplateResult {
  const { title, name, startAt, kind } = part;
  const zone = event.timeZone;
  const which = startAt ? words.format.dateTime(startAt, zone) : kind === 'event' ? '' : name;
  return html`<span class="what"
    ><b>${quantity > 1 ? `${quantity} × ${title}` : title}</b>${which ? html`<span class="soft">${which}</span>` : nothing}${
      isOnSale(part) ? nothing : saleMark(part, words, zone, now)
    }</span
  >`;
}
