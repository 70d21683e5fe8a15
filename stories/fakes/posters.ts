/** Small posters for stories: flat shapes on a 400 × 500 field, as data addresses, so that no story asks the network. */

type Palette = readonly [ground: string, first: string, second: string, spark: string, light: string];

const lagoon: Palette = ['0e5357', 'bfe0d4', '0a2f33', 'f2c14e', 'f4efe2'];
const blue: Palette = ['233e7a', 'f0e6d2', 'd6432f', 'e9b44c', '7f9fd0'];
const moss: Palette = ['8a9a5b', 'c9c59a', '2e3b2c', 'd5763c', 'e8e2cc'];
const fog: Palette = ['cfcfc6', '8b8f8a', '3c4043', 'c4553b', 'f2f0ea'];
const oxide: Palette = ['e9dfcf', 'b4452c', '23262b', 'd9a441', '7c8c7a'];
const mustard: Palette = ['e0b23e', 'b5482f', '22252a', '4a6a6f', 'f3ebd8'];
const night: Palette = ['16222e', 'e8c27a', 'c8553d', '5e7f8c', 'f1e9da'];

const poster = (ground: string, shapes: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" width="400" height="500"><rect width="400" height="500" fill="#${ground}"/>${shapes}</svg>`,
  )}`;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const leaves = ([ground, first, second, spark, light]: Palette) => {
  const leaf = (x: number, y: number, turn: number, fill: string) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})" fill="#${fill}">${times(
      5,
      (i) =>
        `<ellipse cx="-26" cy="${i * 44}" rx="34" ry="18" transform="rotate(28 -26 ${i * 44})"/><ellipse cx="26" cy="${i * 44}" rx="34" ry="18" transform="rotate(-28 26 ${i * 44})"/>`,
    ).join('')}</g>`;
  return poster(
    ground,
    `<path d="M0 0h175v212H0z" fill="#${light}"/><path d="M236 265h164v235H236z" fill="#${spark}"/>${leaf(110, 40, -22, first)}${leaf(320, 290, 38, second)}`,
  );
};

const waves = ([ground, first, second, spark, light]: Palette) =>
  poster(
    ground,
    `<circle cx="300" cy="140" r="66" fill="#${spark}"/>${times(7, (i) => {
      const y = 200 + i * 46;
      return `<path d="M0 ${y}C100 ${y - 60} 160 ${y + 60} 250 ${y}S360 ${y - 30} 400 ${y}V500H0z" fill="#${[first, light, second][i % 3]}"/>`;
    }).join('')}`,
  );

const score = ([ground, first, second, spark, light]: Palette) =>
  poster(
    ground,
    times(
      11,
      (i) =>
        `<path d="M0 ${170 + i * 14}C120 ${90 + i * 16} 240 ${290 + i * 9} 400 ${160 + i * 12}" fill="none" stroke="#${i % 5 ? first : second}" stroke-width="${i % 5 ? 2 : 5}"/>`,
    ).join('') +
      `<circle cx="76" cy="262" r="44" fill="#${light}"/><circle cx="232" cy="210" r="30" fill="#${second}"/><circle cx="286" cy="172" r="44" fill="#${spark}"/><circle cx="330" cy="158" r="24" fill="#${first}"/>`,
  );

const pitch = ([ground, first, , spark, light]: Palette) =>
  poster(
    ground,
    `<g transform="rotate(14 200 250)">${times(5, (i) => `<path d="M-100 ${-60 + i * 140}h600v70h-600z" fill="#${first}"/>`).join('')}<path d="M-100 255h600" stroke="#${light}" stroke-width="7"/><circle cx="200" cy="255" r="92" fill="none" stroke="#${light}" stroke-width="7"/></g><circle cx="228" cy="184" r="54" fill="#${spark}"/>`,
  );

const arcs = ([, first, second, spark, light]: Palette) => {
  const fills = [first, spark, second, light];
  return poster(
    'e9dfcf',
    times(20, (i) => {
      const [x, y] = [(i % 4) * 100, Math.floor(i / 4) * 100];
      const turn = ((i * 7) % 4) * 90;
      if (i % 6 === 5) return '';
      return `<g transform="translate(${x} ${y}) rotate(${turn} 50 50)"><path d="M0 0h100a100 100 0 0 1-100 100z" fill="#${fills[(i * 3) % 4]}"/>${i % 3 ? '' : `<path d="M0 0h50a50 50 0 0 1-50 50z" fill="#${fills[(i * 3 + 1) % 4]}"/>`}</g>`;
    }).join(''),
  );
};

const halftone = ([ground, first, second]: Palette) =>
  poster(
    ground,
    times(285, (i) => {
      const [x, y] = [(i % 15) * 27 + 11, Math.floor(i / 15) * 27 + 8];
      const wave = Math.sin(Math.hypot(x - 300, y - 120) / 42);
      return `<circle cx="${x}" cy="${y}" r="${(6.5 + wave * 6).toFixed(1)}" fill="#${wave > 0.3 ? first : second}"/>`;
    }).join(''),
  );

const arches = ([ground, first, second, , light]: Palette) =>
  poster(
    ground,
    times(4, (i) => {
      const [x, y] = [36 + (i % 2) * 190, 40 + Math.floor(i / 2) * 250];
      const arch = (dx: number, fill: string) =>
        `<path d="M${x + dx} ${y + 206}V${y + 62}a62 62 0 0 1 124 0v144z" fill="#${fill}"/>`;
      return arch(0, second) + arch(26, i % 3 ? light : first);
    }).join(''),
  );

const folds = ([ground, first, second, spark, light]: Palette) =>
  poster(
    ground,
    times(12, (i) => {
      if (i % 2) return '';
      const at = (turn: number) =>
        `${(200 + 420 * Math.cos((turn * Math.PI) / 6)).toFixed(0)} ${(250 + 420 * Math.sin((turn * Math.PI) / 6)).toFixed(0)}`;
      return `<path d="M200 250L${at(i + 0.2)} ${at(i + 1.1)}z" fill="#${[first, second, light, spark][(i / 2) % 4]}"/>`;
    }).join('') +
      `<circle cx="200" cy="250" r="62" fill="#${ground}"/><circle cx="200" cy="250" r="34" fill="#${first}"/>`,
  );

export const posters = {
  flute: leaves(lagoon),
  mahler: score(blue),
  match: pitch(moss),
  swan: waves(fog),
  cities: arcs(oxide),
  quartet: halftone(mustard),
  carlos: arches(fog),
  gala: folds(night),
};
