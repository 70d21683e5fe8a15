import type { Words } from './words.js';

export const en: Words = {
  leads: {
    opera: [
      'A great story of love and power, sung by the house ensemble with the Lumen Philharmonic in the pit.',
      'A new production in clear pictures: few props, much light, and every word to be understood.',
      'Back on our stage after six years, with a young cast and the original score without cuts.',
    ],
    ballet: [
      'The full company on an almost empty stage: what counts is the line, the breath and the orchestra.',
      'An evening between classical steps and today’s movement, danced to live music.',
    ],
    concert: [
      'One work, one hall, one evening: played in a single sweep, followed by a talk in the foyer.',
      'A programme about the night, from whisper to full brass, with an introduction half an hour before the start.',
    ],
    theatre: [
      'A comedy about people who want too much, in a translation made for this production.',
      'Six actors, one table, two hours: a play that lets nobody off lightly.',
    ],
    family: [
      'For children and everybody who comes along: music to see, to hear and to join in.',
      'A story with instruments, told in under an hour. Afterwards everyone may try a cello.',
    ],
    pop: [
      'New songs and the ones you can sing along to, on the first tour in three years.',
      'A band that fills large halls and still sounds as if it were playing in your kitchen.',
    ],
    show: [
      'Two hours of courage and craft, with live music and without a single word that needs translating.',
      'Artists from eleven countries, one ring, and a finale that you will hear before you see it.',
    ],
    hockey: ['The Lions at home: three thirds, cold air and the loudest stand by the river.'],
    football: [
      'League match at Lumen Stadium. Gates open two hours before kick-off; public transport is included.',
    ],
    jazz: [
      'Two sets in the cellar, close enough to hear the brushes on the snare.',
      'Standards taken apart and put together again, with guests in the second set.',
      'Late, warm and unamplified as far as the room allows.',
    ],
    comedy: [
      'New material, tried out on you. Sitting in the first row is at your own risk.',
      'An evening about everything that one should not say at the family table.',
    ],
    film: [
      'Restored pictures on the big screen, with musicians who play every frame.',
      'A small selection, introduced by those who made it; the bar stays open.',
    ],
    exhibition: [
      'Originals, models and tools, many of them on show for the first time.',
      'A walk through seven rooms, to be seen at your own pace.',
    ],
  },
  ownLeads: {
    MAGFLUTE:
      'Mozart’s fairy tale for grown-ups and children alike: a prince, a bird-catcher and three riddles. Sung in German with surtitles in English and French.',
    MAHLER2:
      'Ten horns, two soloists, a choir of a hundred and twenty: Mahler’s Second is an evening that shakes the house.',
    FCLNORTE:
      'The top match of the first half of the season: Atlético Norte comes to Lumen for the first time since 2019.',
    SWANLAKE:
      'The ballet of all ballets in the version of our house, with the white acts as they were danced in 1895.',
    PAPERCIT:
      'Two hundred sheets, not one computer: how architects drew whole cities by hand, from Piranesi to today.',
    GUIDED:
      'The collection with somebody who knows it: an hour and a quarter with a guide, in small groups. Choose what you want to see and in which language you want to hear about it.',
    OKAFOR:
      'The saxophonist Nils Okafor returns to the cellar with a new quartet and the music of his album Low Water.',
    DONCARLO:
      'We are sorry: this performance is cancelled. Tickets are refunded to the means of payment; you need do nothing.',
    ICEGALA:
      'World champions and the young skaters of the ice school, with a live orchestra and a very cold finale.',
  },
  periods: {
    morning: 'Morning',
    matinee: 'Matinee',
    familyMatinee: 'Family matinee',
    evening: 'Evening',
    late: 'Late show',
    match: 'Match',
  },
  duration: 'Duration:',
  interval: 'one interval',
  noInterval: 'no interval',
  age: 'From age {age}',
  surtitles: 'Surtitles in English and French',
  doors: 'Doors open one hour before the start.',
  cloakroom: 'The cloakroom is free of charge. Latecomers are let in at the interval.',
  wheelchair: 'Wheelchair spaces have a companion’s seat beside them.',
  planVisit: 'Plan your visit',
  timedEntry: 'Please come within 30 minutes of the time on your ticket; you may stay as long as you like.',
  guidedEntry: 'The guide waits at the cloakroom and sets out on time; please be there ten minutes before.',
  dayEntry: 'Valid for all rooms on the day of your choice, as often as you like.',
};
