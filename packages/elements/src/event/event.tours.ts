import type { EventDetail, Guided, Named, Timeslot, Tour } from '@s360-widgets/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { messages as en, type TourMessages } from '../locales/en.tours.js';
import { messages as fr } from '../locales/fr.tours.js';
import { isOnSale } from '../pieces/sale-mark.js';
import type { Choice } from './event.offer.js';

/** A language or a theme to choose. */
interface Option extends Named {
  /** Why it does not go together with what is chosen of the other kind; empty if it does. */
  readonly note: string;
}

/** Guided visits as a choice makes them. */
export interface Tours {
  /** The event with its times as they can be had in what is chosen. */
  readonly event: EventDetail;
  readonly languages: readonly Option[];
  readonly themes: readonly Option[];
  readonly language: Named | undefined;
  readonly theme: Named | undefined;
  /** What goes into the cart; undefined while something is still to be chosen. */
  readonly tour: Tour | undefined;
  readonly words: TourMessages;
  /** What is said of days and times that there are for another choice; empty where there is none at all. */
  readonly taken: string;
  /** What is chosen in words, and what is still to be. */
  readonly chosen: string;
  readonly missing: string;
  /** The choice after a press on one of the languages or themes: what does not go with it is let go. */
  withLanguage(languageCode: string): Partial<Choice>;
  withTheme(themeId: string): Partial<Choice>;
}

/** What is picked of a kind of which there is one is no question; null = there is none of it. */
type Picked = string | null | undefined;

const languages: Readonly<Record<string, TourMessages>> = { en, fr };

/** Whether anything can be had in a language and on a theme; undefined = whichever. */
type Goes = (language: Picked, theme: Picked) => boolean;

/** @param guided of the event */
export function toursOf(
  event: EventDetail,
  guided: Guided,
  choice: Choice,
  setting: Words,
  now: number,
): Tours {
  const words = wordsOf(setting);
  const ahead = event.items.flatMap(({ timeslots }) =>
    timeslots.filter((slot) => isOnSale(slot) && Date.parse(slot.startAt) > now),
  );
  const all = ahead.flatMap((slot) => toursAt(slot, guided));
  const [languageCode, themeId] = pickedOf(all, choice, setting.lang);
  const goes: Goes = (language, theme) => all.some((each) => fits(each, language, theme));
  // A theme that is there only because there is no other in the language narrows nothing.
  const wishedTheme = themeId === choice.themeId ? themeId : undefined;
  const isChosen = languageCode !== undefined && themeId !== undefined;
  const missing = languageCode === undefined ? words.chooseLanguage : words.chooseTheme;
  const languages = languagesOf(guided, goes, wishedTheme, words);
  const themes = themesOf(guided, goes, languageCode, setting);
  const language = languages.find(({ id }) => id === languageCode);
  const theme = themes.find(({ id }) => id === themeId);
  return {
    event: narrowed(event, (slot) => toursAt(slot, guided).some((each) => fits(each, languageCode, themeId))),
    ...{ languages, themes, language, theme, words, taken: all.length > 0 ? words.none : '' },
    tour: isChosen ? { languageCode, themeId } : undefined,
    chosen: words.chosen(language?.name ?? '', theme?.name ?? ''),
    missing: all.length > 0 && !isChosen ? missing : '',
    withLanguage: (id) => ({ languageCode: id, themeId: goes(id, wishedTheme) ? wishedTheme : undefined }),
    withTheme: (id) => ({ themeId: id, languageCode: goes(languageCode, id) ? languageCode : undefined }),
  };
}

const wordsOf = ({ lang }: Words): TourMessages => languages[lang] ?? en;

const fits = (tour: Tour, language: Picked, theme: Picked): boolean =>
  (language === undefined || tour.languageCode === language) &&
  (theme === undefined || tour.themeId === theme);

/** The languages in which anything can be had. */
const languagesOf = (guided: Guided, goes: Goes, theme: Picked, { otherThemes }: TourMessages): Option[] =>
  guided.languages
    .filter(({ id }) => goes(id, undefined))
    .map((each) => ({ ...each, note: goes(each.id, theme) ? '' : otherThemes }));

/** The themes on which anything can be had. */
function themesOf(guided: Guided, goes: Goes, language: Picked, setting: Words): Option[] {
  const spokenOn = (themeId: string) =>
    guided.languages.filter(({ id }) => goes(id, themeId)).map(({ name }) => name);
  const noteOf = (id: string) => wordsOf(setting).only(setting.format.list(spokenOn(id)));
  return guided.themes
    .filter(({ id }) => goes(undefined, id))
    .map((each) => ({ ...each, note: goes(language, each.id) ? '' : noteOf(each.id) }));
}

/** What can be had at a time; where that is not known, everything. */
function toursAt({ tours }: Timeslot, { languages: spoken, themes }: Guided): readonly Tour[] {
  if (tours) return tours;
  const codes = spoken.length > 0 ? spoken.map(({ id }) => id) : [null];
  const ids = themes.length > 0 ? themes.map(({ id }) => id) : [null];
  return codes.flatMap((languageCode) => ids.map((themeId) => ({ languageCode, themeId })));
}

/**
 * What was chosen while it can be had; else the only one there is, and of languages that of the page, which the visitor reads. A theme goes
 * before a language that nobody chose.
 */
function pickedOf(all: readonly Tour[], choice: Choice, lang: string): [language: Picked, theme: Picked] {
  const wished = all.filter(({ languageCode }) => languageCode === choice.languageCode);
  const themed = (wished.length > 0 ? wished : all).filter(({ themeId }) => themeId === choice.themeId);
  const codes = new Set((themed.length > 0 ? themed : all).map(({ languageCode }) => languageCode));
  const language =
    wished.length > 0 ? choice.languageCode : (only(codes) ?? (codes.has(lang) ? lang : undefined));
  const inLanguage = all.filter((tour) => language === undefined || tour.languageCode === language);
  const themes = new Set(inLanguage.map(({ themeId }) => themeId));
  const theme = choice.themeId !== undefined && themes.has(choice.themeId) ? choice.themeId : only(themes);
  return [language, theme];
}

function only(ids: ReadonlySet<string | null>): Picked {
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** The event without those times that can't be had. */
function narrowed(event: EventDetail, isLeft: (slot: Timeslot) => boolean): EventDetail {
  const taken = { saleState: 'unavailable', availability: 'none' } as const;
  const items = event.items.map((item) => ({
    ...item,
    timeslots: item.timeslots.map((slot) => (isOnSale(slot) && !isLeft(slot) ? { ...slot, ...taken } : slot)),
  }));
  return { ...event, items };
}

/** The languages and the themes, as far as there is a choice of them. */
export function chooser(tours: Tours, choose: (change: Partial<Choice>) => void): TemplateResult {
  const { words, languages: spoken, themes, language, theme } = tours;
  return html`${pills('language', words.language, spoken, language, (id) => choose(tours.withLanguage(id)))}
  ${pills('theme', words.theme, themes, theme, (id) => choose(tours.withTheme(id)))}`;
}

function pills(
  name: string,
  legend: string,
  options: readonly Option[],
  picked: Named | undefined,
  pick: (id: string) => void,
): TemplateResult | typeof nothing {
  if (options.length < 2) return nothing;
  return html`<fieldset class="tours">
    <legend class="title-m">${legend}</legend>
    <div class="categories">
      ${options.map(
        ({ id, name: text, note }) => html`<label class=${note ? 'category other' : 'category'}
          ><input
            class="unseen"
            type="radio"
            name=${name}
            .checked=${id === picked?.id}
            @change=${() => pick(id)}
          /><span class="tour">${text}</span> ${note ? html`<span class="small soft">${note}</span>` : nothing}</label
        >`,
      )}
    </div>
  </fieldset>`;
}

export const styles = css`
  .tours + .tours {
    margin-block-start: -4px;
  }
  .tours legend {
    margin-block-end: 12px;
  }
  .tours .category {
    flex-flow: column;
    align-items: start;
    justify-content: center;
    gap: 2px;
  }
  .tours .other {
    border-style: dashed;
    border-color: var(--_edge);
  }
  /* Names of languages stand in small letters in some of them. */
  .tour::first-letter {
    text-transform: uppercase;
  }
  .tour {
    display: block;
  }
`;
