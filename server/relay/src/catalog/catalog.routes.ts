import type { EventSummary } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { endpoint, PreparedAnswer, type BoundEndpoint, type Reuse } from '../http/index.js';
import { createTurns } from '../state/index.js';
import type { CatalogAnswers } from './catalog.answers.js';

/** Where the routes get their answers from. */
export interface AnswerSource {
  /** Languages that are prepared; the first one stands in for others. */
  readonly languages: readonly string[];
  /** Answers in a language from what is known now. @throws ProblemError `box-office-down` before anything is */
  answersIn(language: string): CatalogAnswers;
  /** Called for each visitor who looks. */
  onLook(): void;
}

/** Browsers ask again after a quarter of a minute, and show what they have meanwhile: availability is a minute old anyway. */
const cacheControl = 'public, max-age=15, stale-while-revalidate=45';

/**
 * The season and its events, serialised and compressed once for all visitors: lists when something changed, details when
 * first asked for. What is asked while it is being made waits for the same making.
 */
export class PreparedCatalog {
  #lists = new Map<string, Promise<PreparedAnswer>>();
  #details = new Map<string, Promise<PreparedAnswer>>();
  /** How often the answers were replaced. */
  #generation = 0;
  #isOutdated = false;
  #renewing: Promise<void> | undefined;

  constructor(readonly source: AnswerSource) {}

  /**
   * Something changed: the lists are made anew, off the hot path; until they are ready the old ones are served. A change
   * while they are being made has them made once more. Never rejects: what can't be made is told to whoever asks for it.
   */
  renew(): Promise<void> {
    this.#isOutdated = true;
    this.#renewing ??= this.#renewWhileOutdated().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renewWhileOutdated(): Promise<void> {
    while (this.#isOutdated) {
      this.#isOutdated = false;
      const lists = new Map<string, Promise<PreparedAnswer>>();
      for (const language of this.source.languages) {
        const answer = this.#prepareList(language, this.#generation + 1);
        await answer.then(
          () => lists.set(language, answer),
          () => undefined,
        );
      }
      this.#generation++;
      this.#lists = lists;
      this.#details = new Map();
    }
  }

  list(language: string): Promise<PreparedAnswer> {
    const known = this.#languageOf(language);
    return fromMap(this.#lists, known, () => this.#prepareList(known, this.#generation));
  }

  detail(eventId: string, language: string): Promise<PreparedAnswer> {
    return this.#whenAsked(eventId, language, (answers) => {
      const detail = answers.detail(eventId);
      if (!detail) throw new ProblemError('not-found');
      return detail;
    });
  }

  descriptions(language: string): Promise<PreparedAnswer> {
    return this.#whenAsked('descriptions', language, (answers) => answers.descriptions());
  }

  /** Made once, when somebody asks for it, until something changed. */
  #whenAsked(
    what: string,
    language: string,
    make: (answers: CatalogAnswers) => object,
  ): Promise<PreparedAnswer> {
    const known = this.#languageOf(language);
    const reuse = this.#whileAt(this.#generation);
    return fromMap(this.#details, `${what} ${known}`, async () => {
      const text = JSON.stringify(make(this.source.answersIn(known)));
      return PreparedAnswer.of(text, { cacheControl, quality: 6, reuse });
    });
  }

  async #prepareList(language: string, generation: number): Promise<PreparedAnswer> {
    const text = await listText(this.source.answersIn(language));
    return PreparedAnswer.of(text, { cacheControl, reuse: this.#whileAt(generation) });
  }

  #whileAt(generation: number): Reuse {
    return { isCurrent: () => this.#generation === generation, onUse: () => this.source.onLook() };
  }

  #languageOf(language: string): string {
    return this.source.languages.includes(language) ? language : (this.source.languages[0] ?? 'en');
  }
}

/** The list as JSON, made event by event: a huge season must not hold up other visitors. */
async function listText(answers: CatalogAnswers): Promise<string> {
  const turn = createTurns();
  const summaries: EventSummary[] = [];
  for (const summary of answers.summaries()) {
    summaries.push(summary);
    await turn();
  }
  const { events, ...head } = answers.list(summaries);
  const texts: string[] = [];
  for (const event of events) {
    texts.push(JSON.stringify(event));
    await turn();
  }
  return `${JSON.stringify(head).slice(0, -1)},"events":[${texts.join(',')}]}`;
}

/** What failed to be made is not kept. */
function fromMap<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  return made;
}

export const catalogRoutes = (catalog: PreparedCatalog): BoundEndpoint[] => [
  endpoint('listEvents', ({ query }) => catalog.list(query.lang)),
  endpoint('listDescriptions', ({ query }) => catalog.descriptions(query.lang)),
  endpoint('getEvent', ({ params, query }) => catalog.detail(params.eventId, query.lang)),
];
