import type { TourMessages } from './en.tours.js';

export const messages: TourMessages = {
  language: 'Langue de la visite',
  theme: 'Thème',
  only: (languages: string) => `En ${languages}`,
  otherThemes: 'Pour d’autres thèmes',
  chooseLanguage: 'Choisissez une langue pour continuer.',
  chooseTheme: 'Choisissez un thème pour continuer.',
  chosen: (language: string, theme: string) =>
    [language && `En ${language}`, theme].filter(Boolean).join(' · '),
  none: 'Plus rien pour votre choix',
};
