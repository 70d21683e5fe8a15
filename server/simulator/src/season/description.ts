import { deriveSeed } from './random.js';
import type { Genre, Work } from './programme/work.js';
import { type Language, type Text, textBy } from './text.js';
import { words } from './texts/texts.js';

/** Seconds from the start to the end, by genre. */
const durations: Record<Genre, number> = {
  opera: 10_200,
  ballet: 8400,
  concert: 6300,
  theatre: 7800,
  family: 3600,
  pop: 7200,
  show: 8100,
  hockey: 9000,
  football: 6600,
  jazz: 6300,
  comedy: 5400,
  film: 6600,
  exhibition: 5400,
};

/** Genres that are played with an interval. */
const withInterval: ReadonlySet<Genre> = new Set(['opera', 'ballet', 'theatre', 'show', 'jazz']);

/** Age from which a genre is for; the others are for everybody. */
const youngest: Partial<Record<Genre, number>> = {
  opera: 8,
  ballet: 6,
  theatre: 12,
  family: 4,
  pop: 12,
  jazz: 16,
  comedy: 16,
};

/** Duration of a performance in seconds. */
export function durationOf(work: Work): number {
  return durations[work.genre];
}

/** `value` as text of an HTML document. */
function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Hours and minutes, as a programme prints them; the no-break space is an entity, as an editor's tool would write it. */
function lengthOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return minutes < 60 ? `${minutes}&nbsp;min` : `${Math.floor(minutes / 60)}&nbsp;h&nbsp;${rest}`;
}

/** What one wants to know before buying, as a list. */
function facts(work: Work, language: Language): string {
  const say = words[language];
  const age = youngest[work.genre];
  const items = [
    `${say.duration} ${lengthOf(durationOf(work))}, ${withInterval.has(work.genre) ? say.interval : say.noInterval}`,
    ...(age ? [say.age.replace('{age}', String(age))] : []),
    ...(work.genre === 'opera' ? [say.surtitles] : []),
  ];
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** What one wants to know before coming. A museum's visit has no duration, and no doors that open. */
function practical(work: Work, language: Language): string {
  const say = words[language];
  if (work.rhythm === 'dayPass') return `<p>${say.dayEntry}</p>`;
  if (work.code === 'GUIDED') return `<p>${say.guidedEntry}</p>`;
  if (work.rhythm === 'visit') return `<p>${say.timedEntry}</p>`;
  const notes = work.hall === 'OPERA' ? `${say.cloakroom} ${say.wheelchair}` : say.doors;
  return `${facts(work, language)}<p><em>${notes}</em></p>`;
}

/** The sentence that sells the work: its own, or one of its genre's, always the same one for a work. */
function lead(work: Work, language: Language): string {
  const say = words[language];
  const leads = say.leads[work.genre];
  return say.ownLeads[work.code] ?? leads[deriveSeed('lead', work.code) % leads.length] ?? '';
}

/** The description in one language, as clean as most editors write it. */
function describe(work: Work, language: Language): string {
  const by = work.by ? `<p><strong>${escapeHtml(work.by)}</strong></p>` : '';
  const link = `<p><a href="https://www.teatro-lumen.example/${language}/visit">${words[language].planVisit}</a></p>`;
  return `${by}<p>${escapeHtml(lead(work, language))}</p>${practical(work, language)}${link}`;
}

/** Markup that comes from old editors and from pasted office documents: upper case, styles, a tag left open. */
const oddities: ((html: string) => string)[] = [
  (html) => html,
  (html) => html.replace('<p>', '<P ALIGN="left">').replace('</ul>', '</UL><br/>'),
  (html) =>
    html
      .replace('<p><em>', '<p class="MsoNormal" style="margin:0cm"><font color="#333"><em>')
      .replace('</em></p>', '</em></font></p>'),
  (html) => html,
  (html) => `${html.replace('</p>', '')}<p>&nbsp;`,
];

/**
 * What a browser must never run: the usual ways in which markup carries a script. Whichever runs sets
 * `hostileMarkupRan` on the window, so that a test can tell.
 */
const hostile = [
  '<script>window.hostileMarkupRan = true</script>',
  '<img src="x" onerror="window.hostileMarkupRan = true" alt="">',
  '<a href="javascript:window.hostileMarkupRan=true">Tickets</a>',
  '<a href=" java&#115;cript:window.hostileMarkupRan=true">Info</a>',
  '<svg><animate onbegin="window.hostileMarkupRan = true" attributeName="x" dur="1s"/></svg>',
  '<iframe src="javascript:parent.hostileMarkupRan=true"></iframe>',
  '<p style="position:fixed;inset:0;background:url(javascript:0)" onclick="window.hostileMarkupRan = true"></p>',
  '<form action="https://phishing.example"><input name="card" placeholder="Card number"></form>',
].join('');

/**
 * The description of a work in all languages, HTML as editors write it. The works with words of their own are clean;
 * some of the others have odd markup, and one is hostile on purpose, so that sanitising is exercised.
 */
export function descriptionOf(work: Work): Text {
  if (work.code === 'OPENMIC') return textBy((language) => `${describe(work, language)}${hostile}`);
  if (words.en.ownLeads[work.code]) return textBy((language) => describe(work, language));
  const odd = oddities[deriveSeed('markup', work.code) % oddities.length] ?? ((html: string) => html);
  return textBy((language) => odd(describe(work, language)));
}
