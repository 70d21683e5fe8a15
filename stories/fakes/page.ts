import { html, type TemplateResult } from 'lit';

const skins: Record<string, string> = {
  default: '',
  press:
    "--s360-color-accent: oklch(0.56 0.19 33); --s360-color-ground: #f8f3e8; --s360-radius: 0px; color: #1e1a14; font-family: Charter, 'Charis SIL', Georgia, serif;",
  club: '--s360-color-accent: oklch(0.88 0.2 128); --s360-color-ground: oklch(0.19 0.015 155); --s360-radius: 14px;',
};
const grounds: Record<string, string> = { light: '#fff', dark: '#101316' };
const inks: Record<string, string> = { light: '#14191e', dark: '#eeede8' };

/**
 * A plain host page around a story: its font, its ink, its ground, its language. The kit takes all of that from it.
 * @param globals the toolbar's choices
 */
export function page(story: unknown, globals: Record<string, string>): TemplateResult {
  const { language = 'en', direction = 'ltr', density = '16px', skin = 'default' } = globals;
  const theme = skin === 'club' ? 'dark' : (globals.theme ?? 'light');
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  const look = `color-scheme: ${theme}; color: ${inks[theme]}; background: var(--s360-color-ground, ${grounds[theme]});
    font: ${density}/1.5 Inter, system-ui, sans-serif; min-height: 100vh; box-sizing: border-box;
    padding: clamp(16px, 3.4vw, 40px); ${skins[skin] ?? ''}`;
  return html`<div style=${look}>${story}</div>`;
}
