import type { StaleMessages } from './en.stale.js';

export const stale: StaleMessages = {
  title: 'Les disponibilités ne sont peut-être plus à jour',
  text: (time: string, seconds: number) =>
    `Dernière vérification à ${time}. Nouvel essai dans ${seconds} secondes.`,
  checkNow: 'Vérifier',
};
