import type { Language } from '../text.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { it } from './it.js';
import type { Words } from './words.js';

/** The words of each language. */
export const words: Record<Language, Words> = { en, fr, de, it };
