import manifest from '@s360-widgets/elements/custom-elements.json';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { page } from '../fakes/page.js';

setCustomElementsManifest(manifest);

const choice = (name: string, icon: string, items: string[]) => ({
  name,
  description: name,
  toolbar: { title: name, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: ['Foundations', 'Event list', 'Event', 'Seat picker', 'Cart', 'Checkout', 'My orders'],
      },
    },
    viewport: {
      options: {
        phone: { name: 'Phone, 390', styles: { width: '390px', height: '844px' } },
        tablet: { name: 'Tablet, 768', styles: { width: '768px', height: '1024px' } },
        desktop: { name: 'Desktop, 1200', styles: { width: '1200px', height: '900px' } },
      },
    },
  },
  globalTypes: {
    language: choice('Language', 'globe', ['en', 'fr']),
    theme: choice('Theme', 'mirror', ['light', 'dark']),
    direction: choice('Direction', 'transfer', ['ltr', 'rtl']),
    skin: choice('Skin', 'paintbrush', ['default', 'press', 'club']),
    density: choice('Text size', 'grow', ['16px', '14px', '20px']),
  },
  initialGlobals: { language: 'en', theme: 'light', direction: 'ltr', skin: 'default', density: '16px' },
  decorators: [(story, context) => page(story(), context.globals as Record<string, string>)],
};

export default preview;
