import type { Words } from './words.js';

export const de: Words = {
  leads: {
    opera: [
      'Eine grosse Geschichte von Liebe und Macht, gesungen vom Ensemble des Hauses, im Graben das Lumen Philharmonic.',
      'Eine Neuinszenierung in klaren Bildern: wenig Requisiten, viel Licht, und man versteht jedes Wort.',
      'Nach sechs Jahren zurück auf unserer Bühne, mit junger Besetzung und der Partitur ohne Striche.',
    ],
    ballet: [
      'Die ganze Kompanie auf fast leerer Bühne: Es zählen die Linie, der Atem und das Orchester.',
      'Ein Abend zwischen klassischem Schritt und heutiger Bewegung, getanzt zu Livemusik.',
    ],
    concert: [
      'Ein Werk, ein Saal, ein Abend: in einem Zug gespielt, mit Gespräch im Foyer danach.',
      'Ein Programm über die Nacht, vom Flüstern bis zum vollen Blech, mit Einführung eine halbe Stunde vor Beginn.',
    ],
    theatre: [
      'Eine Komödie über Menschen, die zu viel wollen, in einer Übersetzung für diese Inszenierung.',
      'Sechs Menschen, ein Tisch, zwei Stunden: ein Stück, das niemanden schont.',
    ],
    family: [
      'Für Kinder und alle, die mitkommen: Musik zum Schauen, Hören und Mitmachen.',
      'Eine Geschichte mit Instrumenten, erzählt in weniger als einer Stunde. Danach dürfen alle ein Cello ausprobieren.',
    ],
    pop: [
      'Neue Lieder und die zum Mitsingen, auf der ersten Tournee seit drei Jahren.',
      'Eine Band, die grosse Hallen füllt und doch klingt, als spielte sie in Ihrer Küche.',
    ],
    show: [
      'Zwei Stunden Mut und Können, mit Livemusik und ohne ein Wort, das man übersetzen müsste.',
      'Artistinnen und Artisten aus elf Ländern, eine Manege und ein Finale, das man hört, bevor man es sieht.',
    ],
    hockey: ['Die Lions zu Hause: drei Drittel, kalte Luft und die lauteste Tribüne am Fluss.'],
    football: [
      'Ligaspiel im Lumen Stadium. Einlass zwei Stunden vor Anpfiff; die Fahrt mit Bus und Bahn ist inbegriffen.',
    ],
    jazz: [
      'Zwei Sets im Keller, so nah, dass man die Besen auf der Trommel hört.',
      'Standards, auseinandergenommen und neu zusammengesetzt, mit Gästen im zweiten Set.',
      'Spät, warm und unverstärkt, soweit der Raum es zulässt.',
    ],
    comedy: [
      'Neue Nummern, an Ihnen ausprobiert. Die erste Reihe sitzt auf eigene Gefahr.',
      'Ein Abend über alles, was man am Familientisch besser nicht sagt.',
    ],
    film: [
      'Restaurierte Bilder auf grosser Leinwand, mit Musikern, die jede Einstellung spielen.',
      'Eine kleine Auswahl, vorgestellt von denen, die sie gedreht haben; die Bar bleibt offen.',
    ],
    exhibition: [
      'Originale, Modelle und Werkzeuge, viele davon zum ersten Mal zu sehen.',
      'Ein Gang durch sieben Räume, in Ihrem eigenen Tempo.',
    ],
  },
  ownLeads: {
    MAGFLUTE:
      'Mozarts Märchen für Gross und Klein: ein Prinz, ein Vogelfänger und drei Rätsel. In deutscher Sprache mit englischen und französischen Übertiteln.',
    MAHLER2: 'Zehn Hörner, zwei Solistinnen, hundertzwanzig Stimmen: Mahlers Zweite lässt das Haus beben.',
    FCLNORTE: 'Das Spitzenspiel der Hinrunde: Atlético Norte kommt zum ersten Mal seit 2019 nach Lumen.',
    SWANLAKE: 'Das Ballett der Ballette in der Fassung unseres Hauses, die weissen Akte wie 1895.',
    PAPERCIT:
      'Zweihundert Blätter, kein Computer: wie man ganze Städte von Hand zeichnete, von Piranesi bis heute.',
    GUIDED:
      'Die Sammlung mit jemandem, der sie kennt: eineinviertel Stunden in kleiner Gruppe. Sie wählen, was Sie sehen und in welcher Sprache Sie davon hören möchten.',
    OKAFOR:
      'Der Saxofonist Nils Okafor kehrt mit neuem Quartett und der Musik seines Albums Low Water in den Keller zurück.',
    DONCARLO:
      'Es tut uns leid: Diese Vorstellung ist abgesagt. Der Betrag wird auf das Zahlungsmittel zurückerstattet; Sie müssen nichts tun.',
    ICEGALA: 'Weltmeister und der Nachwuchs der Eislaufschule, mit Orchester und einem sehr kalten Finale.',
  },
  periods: {
    morning: 'Vormittag',
    matinee: 'Nachmittag',
    familyMatinee: 'Familienvorstellung',
    evening: 'Abend',
    late: 'Spätvorstellung',
    match: 'Spiel',
  },
  duration: 'Dauer:',
  interval: 'eine Pause',
  noInterval: 'keine Pause',
  age: 'Ab {age} Jahren',
  surtitles: 'Übertitel in Englisch und Französisch',
  doors: 'Einlass eine Stunde vor Beginn.',
  cloakroom: 'Die Garderobe ist kostenlos. Nacheinlass nur in der Pause.',
  wheelchair: 'Neben jedem Rollstuhlplatz ist ein Platz für die Begleitung.',
  planVisit: 'Ihren Besuch planen',
  timedEntry:
    'Bitte kommen Sie innert 30 Minuten nach der Zeit auf dem Ticket; bleiben dürfen Sie, so lange Sie wollen.',
  guidedEntry:
    'Treffpunkt ist die Garderobe; die Führung beginnt pünktlich, bitte kommen Sie zehn Minuten vorher.',
  dayEntry: 'Gültig für alle Räume am Tag Ihrer Wahl, so oft Sie möchten.',
};
