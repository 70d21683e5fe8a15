import { type Work, works } from './work.js';

/** The Cellar Club: jazz, songs, comedy and short films, without seats. */
export const club: Work[] = [
  ...works('CLUB', 'jazz', 'single', ['OKAFOR; Nils Okafor; Nils Okafor Quartet']),
  ...works('CLUB', 'jazz', 'residency', [
    'MONDAYS; House Trio; Monday Jam | Jam du lundi | Montags-Jam | Jam del lunedì',
    'BLUEHOUR; Lena Vogt Trio; Blue Hour | L’heure bleue | Blaue Stunde | Ora blu',
    'BRASS; Cellar Brass; Brass after Midnight | Cuivres d’après minuit | Blech nach Mitternacht | Ottoni dopo mezzanotte',
    'LATIN; Orquesta Sur; Orquesta Sur',
    'SOLOPIAN; Tomasz Reik; One Piano | Un piano | Ein Flügel | Un pianoforte',
  ]),
  ...works('CLUB', 'jazz', 'short', [
    'MINGUS; Cellar Big Band; A Night of Mingus | Une nuit Mingus | Eine Nacht mit Mingus | Una notte con Mingus',
    'TRUMPET; Aiko Brandt; Aiko Brandt Quintet',
    'VIBES; Otis Renn; Vibraphone Summer | Été vibraphone | Vibrafonsommer | Estate vibrafono',
    'NORDIC; Fjell; Fjell: Quiet Machines',
    'HARPJAZZ; Sol Marín; Harp and Double Bass | Harpe et contrebasse | Harfe und Kontrabass | Arpa e contrabbasso',
    'DRUMSOLO; Kwame Ado; Kwame Ado: Skin and Wood',
    'GYPSY; Manouche Lumen; Strings of the Seine | Cordes de Seine | Saiten der Seine | Corde della Senna',
    'SAXWEEK; Various; Week of the Saxophone | Semaine du saxophone | Woche des Saxofons | Settimana del sassofono',
  ]),
  ...works('CLUB', 'pop', 'short', [
    'FOLKTALE; Wren & Rowan; Wren & Rowan',
    'ACCORDI; Bal Moderne; Bal Moderne',
    'SYNTHPOP; Lichtung; Lichtung: Fernlicht',
    'CANTAUTO; Pietro Neri; Pietro Neri: Canzoni di sale',
    'CHANSON; Odette Marchal; Odette Marchal: Petites lumières',
    'DESERT; Tissa; Tissa: Songs from the Dune',
    'FADO; Inês Faria; Fado by Candle | Fado à la bougie | Fado bei Kerzenlicht | Fado a lume di candela',
    'LOOPS; Juno Park; Juno Park: Loops',
    'POLAR; Polar Choir; Polar Choir',
    'MOTHLAMP; Moth & Lamp; Moth & Lamp: Slow Electricity',
    'BALKAN; Fanfara Lumen; Balkan Night | Nuit des Balkans | Balkannacht | Notte balcanica',
    'INDIE; The Paper Kites Club; Three Bands for Tuesday | Trois groupes pour mardi | Drei Bands am Dienstag | Tre band per martedì',
  ]),
  ...works('CLUB', 'comedy', 'residency', [
    'OPENMIC; ; Open Mic & More <uncut> | Micro ouvert & plus <sans filtre> | Open Mic & mehr <ungekürzt> | Microfono aperto & altro <senza tagli>',
    'IMPRO; Team Zufall; Impro Night | Soirée impro | Impro-Abend | Serata d’improvvisazione',
  ]),
  ...works('CLUB', 'comedy', 'short', [
    'COMEDY1; Priya Nair; Priya Nair: Out of Office',
    'COMEDY2; Bruno Keller; Bruno Keller: Almost Punctual | Bruno Keller : Presque à l’heure | Bruno Keller: Fast pünktlich | Bruno Keller: Quasi puntuale',
    'COMEDY3; Camille Roux; Camille Roux: Tout va bien',
    'COMEDY4; Gino Tarsi; Gino Tarsi: Parlo piano',
    'SLAM; Lumen Slam; Poetry Slam',
    'PUBQUIZ; ; Cellar Quiz | Le Quiz de la cave | Das Kellerquiz | Quiz in cantina',
    'SKETCH; Four Chairs; Four Chairs | Quatre chaises | Vier Stühle | Quattro sedie',
  ]),
  ...works('CLUB', 'film', 'short', [
    'SHORTS; Short Film Lumen; Short Films, Long Drinks | Courts métrages, longs drinks | Kurzfilme, Longdrinks | Cortometraggi e long drink',
    'SILENTPI; Tomasz Reik; Silent Film with Piano | Film muet au piano | Stummfilm am Klavier | Film muto al pianoforte',
    'DOCUNITE; Docs Lumen; Documentary Night | Nuit du documentaire | Dokumentarfilmnacht | Notte del documentario',
    'CULTFILM; The Cellar Club; Midnight Movies | Films de minuit | Mitternachtskino | Cinema di mezzanotte',
  ]),
  ...works('CLUB', 'family', 'weekend', [
    'KIDSJAZZ; House Trio; Jazz for Small Ears | Jazz pour petites oreilles | Jazz für kleine Ohren | Jazz per piccole orecchie',
    'SHADOWS; Theatre Papilio; Shadow Theatre | Théâtre d’ombres | Schattentheater | Teatro d’ombre',
    'SONGBAG; Wren & Rowan; The Bag of Songs | Le Sac à chansons | Der Liedersack | Il sacco delle canzoni',
  ]),
];

/** The Museum of Form: timed visits, guided tours and day passes. */
export const museum: Work[] = [
  ...works('MUSEUM', 'exhibition', 'visit', [
    'PAPERCIT; Museum of Form; Paper Cities: architecture drawn by hand | Villes de papier : l’architecture dessinée à la main | Papierstädte: von Hand gezeichnete Architektur | Città di carta: architettura disegnata a mano',
    'CHAIRS; Museum of Form; One Hundred Chairs | Cent chaises | Hundert Stühle | Cento sedie',
    'GLASSLIG; Museum of Form; Glass and Light | Verre et lumière | Glas und Licht | Vetro e luce',
    'TYPEFACE; Museum of Form; The Shape of Letters | La forme des lettres | Die Form der Buchstaben | La forma delle lettere',
    'TEXTILES; Museum of Form; Woven Rooms | Chambres tissées | Gewebte Räume | Stanze tessute',
    'GUIDED; Museum of Form; Guided tour of the collection | Visite guidée de la collection | Führung durch die Sammlung | Visita guidata della collezione',
    'KIDSLAB; Museum of Form; Build Your Own City: family workshop | Construis ta ville : atelier en famille | Bau deine Stadt: Familienwerkstatt | Costruisci la tua città: laboratorio per famiglie',
    'DEPOT; Museum of Form; Behind the Depot Door | Dans les réserves | Blick ins Depot | Dietro la porta del deposito',
  ]),
  ...works('MUSEUM', 'exhibition', 'dayPass', [
    'DAYPASS; Museum of Form; Museum day pass | Billet journée du musée | Museums-Tageskarte | Biglietto giornaliero del museo',
    'EVEPASS; Museum of Form; Thursday evening pass | Billet du jeudi soir | Donnerstagabend-Karte | Biglietto del giovedì sera',
    'WEEKPASS; Museum of Form; Weekend pass | Billet week-end | Wochenendkarte | Biglietto fine settimana',
    'LIBRARY; Museum of Form; Reading room day ticket | Billet journée de la salle de lecture | Tageskarte Lesesaal | Biglietto giornaliero sala di lettura',
  ]),
];
