import { type Work, works } from './work.js';

/** The arena: ice hockey, shows and concerts. */
export const arena: Work[] = [
  ...works('ARENA', 'show', 'weekend', [
    'ICEGALA; Ice Company; Winter Gala on Ice | Gala d’hiver sur glace | Wintergala auf Eis | Gala d’inverno sul ghiaccio',
    'CIRCUS; Circo Meridiano; Circo Meridiano',
    'HORSES; Compagnie Garrigue; White Horses | Chevaux blancs | Weisse Pferde | Cavalli bianchi',
    'DINOS; Deep Time Live; Giants of the Valley | Les Géants de la vallée | Giganten des Tals | I giganti della valle',
    'MUSICALH; Harbour Company; Harbour: the Musical | Harbour, la comédie musicale | Harbour – Das Musical | Harbour, il musical',
    'DRUMS; Taiko Aomori; Thunder Drums | Tambours du tonnerre | Donnertrommeln | Tamburi del tuono',
    'MAGICIAN; Ada Lark; The Impossible Hour | L’heure impossible | Die unmögliche Stunde | L’ora impossibile',
    'PUPPETSH; Theatre Papilio; Ocean of Lanterns | Océan de lanternes | Meer der Laternen | Oceano di lanterne',
  ]),
  ...works('ARENA', 'pop', 'single', [
    'VELVETH; Velvet Harbour; Velvet Harbour: Slow Tide Tour',
    'KESTREL; Kestrel; Kestrel: Night Flights',
    'SOLARIS; Anna Solari; Anna Solari: Fuori stagione',
    'NEONPARK; Neon Park; Neon Park: All the Lights',
    'GOSPEL; Harmony Hall Singers; Gospel Night | Nuit du gospel | Gospelnacht | Notte gospel',
    'RAPCITY; DJ Oru; City Rap Battle',
    'ROCKREEL; Rock & Reel; Rock & Reel: The Farewell Tour',
  ]),
  ...works('ARENA', 'film', 'short', [
    'SPACEORC; Lumen Philharmonic; Deep Space in Concert | L’espace en concert | Weltraum in Concert | Spazio in concerto',
  ]),
  ...works('ARENA', 'hockey', 'match', [
    'HOCKEY01; Lumen Lions; Lumen Lions – Bergen Bears',
    'HOCKEY02; Lumen Lions; Lumen Lions – HC Valdora',
    'HOCKEY03; Lumen Lions; Lumen Lions – Arctic Wolves',
    'HOCKEY04; Lumen Lions; Lumen Lions – EV Hohenau',
    'HOCKEY05; Lumen Lions; Lumen Lions – Rhône Rapids',
    'HOCKEY06; Lumen Lions; Lumen Lions – Tatra Eagles',
    'HOCKEY07; Lumen Lions; Lumen Lions – SC Nordstern',
    'HOCKEY08; Lumen Lions; Lumen Lions – Alpine Stags',
    'HOCKEY09; Lumen Lions; Lumen Lions – HC Lago',
    'HOCKEY10; Lumen Lions; Lumen Lions – Harbour Hawks',
    'HOCKEYPO; Lumen Lions; Lumen Lions: play-off home games | Lumen Lions : play-offs à domicile | Lumen Lions: Playoff-Heimspiele | Lumen Lions: play-off in casa',
  ]),
];

/** The stadium: the club's home matches, and a few summer evenings. */
export const stadium: Work[] = [
  ...works('STADIUM', 'football', 'match', [
    'FCLNORTE; FC Lumen; FC Lumen – Atlético Norte',
    'FCLRIVAS; FC Lumen; FC Lumen – Sporting Rivas',
    'FCLHAFEN; FC Lumen; FC Lumen – Hafen 09',
    'FCLOUEST; FC Lumen; FC Lumen – Olympique Ouest',
    'FCLVERDE; FC Lumen; FC Lumen – AC Valverde',
    'FCLKRONE; FC Lumen; FC Lumen – Krone Süd',
    'FCLRANGE; FC Lumen; FC Lumen – Moor Rangers',
    'FCLSTELL; FC Lumen; FC Lumen – Stella Mare',
    'FCLDYNAM; FC Lumen; FC Lumen – Dynamo Ostrava',
    'FCLUNITD; FC Lumen; FC Lumen – Northgate United',
    'FCLBRAVO; FC Lumen; FC Lumen – CD Bravo',
    'FCLPHENX; FC Lumen; FC Lumen – Phénix FC',
    'FCLALPIN; FC Lumen; FC Lumen – Alpina 1898',
    'FCLCUPQF; FC Lumen; Cup quarter-final | Quart de finale de la Coupe | Cup-Viertelfinal | Quarti di finale di Coppa',
    'FCLWOMEN; FC Lumen; FC Lumen Women – Rose City | FC Lumen féminines – Rose City | FC Lumen Frauen – Rose City | FC Lumen femminile – Rose City',
  ]),
  ...works('STADIUM', 'pop', 'single', [
    'OPENAIR1; Kestrel; Kestrel: Open Air',
    'OPENAIR2; Marlow & the Tides; Marlow & the Tides',
    'SUMMERFE; ; Summer Festival: three stages, one day | Festival d’été : trois scènes, un jour | Sommerfestival: drei Bühnen, ein Tag | Festival d’estate: tre palchi, un giorno',
  ]),
];
