import type { Messages } from '../locales/en.js';
import type { Format } from './format.js';

/** The visitor's language: messages to look up at render, and dates, money and counts through Intl. */
export interface Words {
  readonly lang: string;
  readonly messages: Messages;
  readonly format: Format;
}
