import { messages as en, type UnreadMessages } from '../locales/en.unread.js';
import { messages as fr } from '../locales/fr.unread.js';

const languages: Readonly<Record<string, UnreadMessages>> = { en, fr };

/** What to say of parts that can't be read: comes along with whoever says it, since hardly any page needs it. */
export const unreadWords = (lang: string): UnreadMessages => languages[lang] ?? en;
