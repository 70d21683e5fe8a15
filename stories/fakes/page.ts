import { html, type TemplateResult } from 'lit';

/** The globals of the toolbar. */
interface Globals {
  [name: string]: unknown;
}

const skins: Record<string, string> = {
  default: '',
  press:
    "--s360-color-accent: oklch(0.56 0.19 33); --s360-color-ground: #f8f3e8; --s360-radius: 0px; color: #1e1a14; font-family: Charter, 'Charis SIL', Georgia, serif;",
  club: '--s360-color-accent: oklch(0.88 0.2 128); --s360-color-ground: oklch(0.19 0.015 155); --s360-radius: 14px;',
};
const grounds: Record<string, string> = { light: '#fff', dark: '#101316' };
const inks: Record<string, string> = { light: '#14191e', dark: '#eeede8' };

/** A plain host page around a story: its font, its ink, its ground, its language. The kit takes all of that from it. */
export function page(story: unknown, globals: Globals): TemplateResult {
  const { language, direction, density } = globals as Record<string, string>;
  const skin = String(globals.skin ?? 'default');
  const theme = skin === 'club' ? 'dark' : String(globals.theme ?? 'light');
  document.documentElement.lang = language ?? 'en';
  document.documentElement.dir = direction ?? 'ltr';
  const look = `color-scheme: ${theme}; color: ${inks[theme]}; background: var(--s360-color-ground, ${grounds[theme]});
    font: ${density ?? '16px'}/1.5 Inter, system-ui, sans-serif; min-height: 100vh; box-sizing: border-box;
    padding: clamp(16px, 3.4vw, 40px); ${skins[skin] ?? ''}`;
  return html`<div style=${look}>${story}</div>`;
}
