import '@s360-widgets/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './fakes/foundations.js';

/** Tokens, type, marks, icons and controls, as the elements draw them. The toolbar's theme and skin re-skin them. */
const meta: Meta = { title: 'Foundations', tags: ['!autodocs'] };
export default meta;

export const Sheet: StoryObj = { render: () => html`<story-foundations></story-foundations>` };
