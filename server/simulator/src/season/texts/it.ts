import type { Words } from './words.js';

export const it: Words = {
  leads: {
    opera: [
      'Una grande storia d’amore e di potere, cantata dalla compagnia del teatro con la Lumen Philharmonic in buca.',
      'Un nuovo allestimento per immagini nitide: pochi oggetti, molta luce, e si capisce ogni parola.',
      'Torna sul nostro palcoscenico dopo sei anni, con un cast giovane e la partitura senza tagli.',
    ],
    ballet: [
      'Tutta la compagnia su un palco quasi vuoto: contano la linea, il respiro e l’orchestra.',
      'Una serata tra passo classico e movimento di oggi, danzata con musica dal vivo.',
    ],
    concert: [
      'Un’opera, una sala, una sera: eseguita d’un fiato, con incontro nel foyer al termine.',
      'Un programma sulla notte, dal sussurro agli ottoni, con introduzione mezz’ora prima dell’inizio.',
    ],
    theatre: [
      'Una commedia su chi vuole troppo, in una traduzione fatta per questo allestimento.',
      'Sei attori, un tavolo, due ore: un testo che non risparmia nessuno.',
    ],
    family: [
      'Per i bambini e per chi li accompagna: musica da vedere, da ascoltare e da fare insieme.',
      'Una storia con strumenti, raccontata in meno di un’ora. Poi tutti possono provare un violoncello.',
    ],
    pop: [
      'Canzoni nuove e quelle da cantare insieme, nella prima tournée dopo tre anni.',
      'Un gruppo che riempie i palazzetti e suona come se fosse nella vostra cucina.',
    ],
    show: [
      'Due ore di coraggio e mestiere, con musica dal vivo e senza una parola da tradurre.',
      'Artisti da undici paesi, una pista e un finale che si sente prima di vederlo.',
    ],
    hockey: ['I Lions in casa: tre tempi, aria fredda e la tribuna più rumorosa del fiume.'],
    football: [
      'Partita di campionato al Lumen Stadium. Cancelli aperti due ore prima; trasporti pubblici compresi.',
    ],
    jazz: [
      'Due set in cantina, così vicini da sentire le spazzole sul rullante.',
      'Standard smontati e rimontati, con ospiti nel secondo set.',
      'Tardi, caldo e senza amplificazione, finché la sala lo permette.',
    ],
    comedy: [
      'Pezzi nuovi, provati su di voi. La prima fila è a vostro rischio.',
      'Una serata su tutto ciò che a tavola in famiglia è meglio non dire.',
    ],
    film: [
      'Immagini restaurate sul grande schermo, con musicisti che suonano ogni inquadratura.',
      'Una piccola scelta presentata da chi l’ha girata; il bar resta aperto.',
    ],
    exhibition: [
      'Originali, modelli e strumenti, molti esposti per la prima volta.',
      'Un percorso in sette sale, da seguire con il proprio passo.',
    ],
  },
  ownLeads: {
    MAGFLUTE:
      'La fiaba di Mozart per grandi e piccoli: un principe, un uccellatore e tre enigmi. In tedesco con sopratitoli in inglese e francese.',
    MAHLER2: 'Dieci corni, due soliste, centoventi voci: la Seconda di Mahler fa tremare la casa.',
    FCLNORTE:
      'La partita più attesa dell’andata: l’Atlético Norte torna a Lumen per la prima volta dal 2019.',
    SWANLAKE:
      'Il balletto dei balletti nella versione del nostro teatro, con gli atti bianchi come nel 1895.',
    PAPERCIT: 'Duecento fogli, nessun computer: come si disegnavano a mano intere città, da Piranesi a oggi.',
    GUIDED:
      'La collezione con chi la conosce: un’ora e un quarto con una guida, in piccoli gruppi. Scegliete voi che cosa vedere e in quale lingua.',
    OKAFOR:
      'Il sassofonista Nils Okafor torna in cantina con un nuovo quartetto e la musica dell’album Low Water.',
    DONCARLO:
      'Ci dispiace: questa rappresentazione è annullata. Il rimborso arriva sul mezzo di pagamento; non dovete fare nulla.',
    ICEGALA:
      'Campioni del mondo e i giovani della scuola di pattinaggio, con orchestra e un finale molto freddo.',
  },
  periods: {
    morning: 'Mattina',
    matinee: 'Pomeriggio',
    familyMatinee: 'Pomeriggio in famiglia',
    evening: 'Sera',
    late: 'Tarda serata',
    match: 'Partita',
  },
  duration: 'Durata:',
  interval: 'un intervallo',
  noInterval: 'senza intervallo',
  age: 'Dai {age} anni',
  surtitles: 'Sopratitoli in inglese e francese',
  doors: 'Apertura porte un’ora prima dell’inizio.',
  cloakroom: 'Il guardaroba è gratuito. I ritardatari entrano all’intervallo.',
  wheelchair: 'Accanto a ogni posto per sedia a rotelle c’è un posto per l’accompagnatore.',
  planVisit: 'Preparate la visita',
  timedEntry: 'Presentatevi entro 30 minuti dall’ora indicata sul biglietto; potete restare quanto volete.',
  guidedEntry: 'La guida aspetta al guardaroba e parte in orario; presentatevi dieci minuti prima.',
  dayEntry: 'Valido per tutte le sale nel giorno che preferite, quante volte volete.',
};
