import { type Work, works } from './work.js';

/** The opera house: opera, ballet, concerts, theatre and family matinees on one stage. */
export const operaHouse: Work[] = [
  ...works('OPERA', 'opera', 'run', [
    'MAGFLUTE; Wolfgang Amadeus Mozart; The Magic Flute | La Flûte enchantée | Die Zauberflöte | Il flauto magico',
    'TRAVIATA; Giuseppe Verdi; La traviata',
    'FIGARO; Wolfgang Amadeus Mozart; The Marriage of Figaro | Les Noces de Figaro | Die Hochzeit des Figaro | Le nozze di Figaro',
    'CARMEN; Georges Bizet; Carmen',
    'RUSALKA; Antonín Dvořák; Rusalka',
    'TOSCA; Giacomo Puccini; Tosca',
    'BARBER; Gioachino Rossini; The Barber of Seville | Le Barbier de Séville | Der Barbier von Sevilla | Il barbiere di Siviglia',
    'ORFEO; Claudio Monteverdi; L’Orfeo',
    'JENUFA; Leoš Janáček; Jenůfa',
    'ONEGIN; Pyotr Ilyich Tchaikovsky; Eugene Onegin | Eugène Onéguine | Eugen Onegin | Evgenij Onegin',
    'PETERGRI; Benjamin Britten; Peter Grimes',
    'RIGOLETT; Giuseppe Verdi; Rigoletto',
    'FLEDERM; Johann Strauss; The Bat | La Chauve-souris | Die Fledermaus | Il pipistrello',
    'BOHEME; Giacomo Puccini; La bohème',
    'DIDO; Henry Purcell; Dido and Aeneas | Didon et Énée | Dido und Aeneas | Didone ed Enea',
  ]),
  ...works('OPERA', 'opera', 'single', ['DONCARLO; Giuseppe Verdi; Don Carlos']),
  ...works('OPERA', 'ballet', 'run', [
    'SWANLAKE; Pyotr Ilyich Tchaikovsky; Swan Lake | Le Lac des cygnes | Schwanensee | Il lago dei cigni',
    'NUTCRACK; Pyotr Ilyich Tchaikovsky; The Nutcracker | Casse-Noisette | Der Nussknacker | Lo schiaccianoci',
    'GISELLE; Adolphe Adam; Giselle',
    'TIDES; Ines Valmont; Tides | Marées | Gezeiten | Maree',
    'BOLERO; Maurice Ravel; Boléro and Rite | Boléro et Sacre | Boléro und Sacre | Boléro e Sagra',
    'ROMEO; Sergei Prokofiev; Romeo and Juliet | Roméo et Juliette | Romeo und Julia | Romeo e Giulietta',
  ]),
  ...works('OPERA', 'ballet', 'short', [
    'YOUNGCHO; Lumen Ballet; Young Choreographers | Jeunes chorégraphes | Junge Choreografen | Giovani coreografi',
    'PAPERDAN; Kaito Mori; Paper Dances | Danses de papier | Papiertänze | Danze di carta',
  ]),
  ...works('OPERA', 'concert', 'single', [
    'MAHLER2; Lumen Philharmonic; Mahler: Resurrection | Mahler : Résurrection | Mahler: Auferstehung | Mahler: Resurrezione',
    'NYGALA; Lumen Philharmonic; New Year’s Eve Gala | Gala de la Saint-Sylvestre | Silvestergala | Gala di San Silvestro',
    'BACHPASS; Collegium Lumen; Bach: St Matthew Passion | Bach : Passion selon saint Matthieu | Bach: Matthäus-Passion | Bach: Passione secondo Matteo',
    'BEETH9; Lumen Philharmonic; Beethoven: Ninth Symphony | Beethoven : Neuvième Symphonie | Beethoven: Neunte Sinfonie | Beethoven: Nona sinfonia',
    'VERDIREQ; Opera Choir; Verdi: Requiem',
  ]),
  ...works('OPERA', 'concert', 'short', [
    'SIBELIUS; Lumen Philharmonic; Sibelius: Northern Lights | Sibelius : Aurores boréales | Sibelius: Nordlichter | Sibelius: Aurore boreali',
    'CHAMBER1; Alder Quartet; Late Quartets | Derniers quatuors | Späte Quartette | Ultimi quartetti',
    'PIANOREC; Mira Solheim; Piano Recital: Schubert, Ligeti | Récital de piano : Schubert, Ligeti | Klavierabend: Schubert, Ligeti | Recital pianistico: Schubert, Ligeti',
    'LIEDER; Jonas Hartung; Winter Journey | Voyage d’hiver | Winterreise | Viaggio d’inverno',
    'BAROQUE; Collegium Lumen; Fireworks and Water Music | Feux d’artifice et musique sur l’eau | Feuerwerks- und Wassermusik | Fuochi d’artificio e musica sull’acqua',
    'NEWMUSIC; Ensemble Quarz; Music for Eight Rooms | Musique pour huit chambres | Musik für acht Räume | Musica per otto stanze',
    'ORGAN; Clara Weidmann; Organ Nights | Nuits d’orgue | Orgelnächte | Notti d’organo',
  ]),
  ...works('OPERA', 'film', 'short', [
    'NORTHSEA; Ensemble Quarz; North Sea: three films with live score | Mer du Nord : trois films en ciné-concert | Nordsee: drei Filme mit Livemusik | Mare del Nord: tre film con musica dal vivo',
    'METROPOL; Lumen Philharmonic; Silent City: a film with orchestra | Ville muette : un ciné-concert | Stumme Stadt: Film mit Orchester | Città muta: film con orchestra',
  ]),
  ...works('OPERA', 'theatre', 'run', [
    'TEMPEST; William Shakespeare; The Tempest | La Tempête | Der Sturm | La tempesta',
    'CHERRY; Anton Chekhov; The Cherry Orchard | La Cerisaie | Der Kirschgarten | Il giardino dei ciliegi',
    'VISIT; Friedrich Dürrenmatt; The Visit | La Visite de la vieille dame | Der Besuch der alten Dame | La visita della vecchia signora',
    'TARTUFFE; Molière; Tartuffe | Le Tartuffe | Tartuffe | Il tartufo',
    'SERVANT; Carlo Goldoni; The Servant of Two Masters | Arlequin, serviteur de deux maîtres | Der Diener zweier Herren | Il servitore di due padroni',
  ]),
  ...works('OPERA', 'theatre', 'short', [
    'LIGHTHSE; Edda Brandt; The Lighthouse Keeper | Le Gardien du phare | Der Leuchtturmwärter | Il guardiano del faro',
    'ATLAS; Noor Aziz; Atlas of Small Hours | Atlas des petites heures | Atlas der kleinen Stunden | Atlante delle ore piccole',
  ]),
  ...works('OPERA', 'family', 'weekend', [
    'HANSEL; Engelbert Humperdinck; Hansel and Gretel | Hänsel et Gretel | Hänsel und Gretel | Hänsel e Gretel',
    'PETERWLF; Sergei Prokofiev; Peter and the Wolf | Pierre et le Loup | Peter und der Wolf | Pierino e il lupo',
    'CARNIVAL; Camille Saint-Saëns; Carnival of the Animals | Le Carnaval des animaux | Karneval der Tiere | Il carnevale degli animali',
    'MOONBOAT; Theatre Papilio; The Boat to the Moon | Le Bateau pour la Lune | Das Boot zum Mond | La barca per la luna',
    'FOXVIOLI; Lumen Philharmonic; The Fox and the Violin | Le Renard et le Violon | Der Fuchs und die Geige | La volpe e il violino',
    'BABYCONC; Alder Quartet; Cushion Concert | Concert sur coussins | Sitzkissenkonzert | Concerto sui cuscini',
  ]),
];
