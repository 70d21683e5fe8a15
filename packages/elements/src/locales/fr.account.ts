import type { AccountMessages } from './en.account.js';

export const messages: AccountMessages = {
  title: 'Se connecter',
  email: 'E-mail',
  password: 'Mot de passe',
  remember: 'Rester connecté sur cet appareil',
  signIn: 'Se connecter',
  forgotten: 'Pas encore de compte, ou mot de passe oublié ?',
  toShop: 'Vers la billetterie en ligne',
  hello: (name) => (name ? `Bonjour ${name}` : 'Vous êtes connecté'),
  signOut: 'Se déconnecter',
  signOutEverywhere: 'Se déconnecter de tous les appareils',
  changePassword: 'Changer le mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  save: 'Enregistrer le nouveau mot de passe',
  cancel: 'Annuler',
  changed: 'Votre mot de passe est changé',
  changedText: 'Vous êtes déconnecté de vos autres appareils.',
  unkept: 'Vous êtes connecté sur cette page seulement',
  unkeptText: 'Votre navigateur ne le garde pas. Sur la prochaine page, connectez-vous de nouveau.',
  errors: {
    email: 'Indiquez votre adresse e-mail.',
    password: 'Indiquez votre mot de passe.',
    newPassword: 'Indiquez un nouveau mot de passe.',
  },
};
