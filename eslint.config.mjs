import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import * as litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const elements = ['packages/elements/src/**/*.ts', 'packages/embed/src/**/*.ts'];
const tests = ['**/*.test.ts', 'test/**/*.ts', 'stories/**/*.ts'];
const a11y = litA11y.default ?? litA11y;

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.mjs', '**/*.js', 'stories/.storybook/**'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/^zod/] > ImportSpecifier[imported.name="z"]',
          message: "Write import * as z from 'zod': another form makes a host's bundle carry all of it.",
        },
      ],
    },
  },
  { files: ['packages/store/src/**/*.ts'], ignores: ['**/browser.ts'], rules: restrictedGlobals('store') },
  { files: ['packages/seat-map/src/**/*.ts'], rules: restrictedGlobals('seat-map') },
  { files: elements, ...lit['flat/recommended'] },
  {
    files: elements,
    ...wc['flat/recommended'],
    settings: { wc: { elementBaseClasses: ['LitElement', 'ShopElement'] } },
  },
  {
    files: elements,
    plugins: { 'lit-a11y': a11y },
    rules: {
      'lit-a11y/alt-text': 'error',
      'lit-a11y/click-events-have-key-events': 'error',
      'lit-a11y/aria-attrs': 'error',
      'lit-a11y/aria-attr-valid-value': 'error',
      'lit-a11y/no-redundant-role': 'error',
      'lit-a11y/tabindex-no-positive': 'error',
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-invalid-html': 'error',
    },
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // A chai assertion becomes a thenable through the accessibility plugin, and node:test's promises are its runner's.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);

/** What these packages get passed in and must not reach for: time, timers and the page. */
function restrictedGlobals(name) {
  const message = `${name} takes this from outside, so that a test can own it.`;
  return {
    'no-restricted-globals': [
      'error',
      ...['document', 'window', 'fetch', 'setTimeout', 'setInterval', 'localStorage'].map((global) => ({
        name: global,
        message,
      })),
    ],
    'no-restricted-properties': ['error', { object: 'Date', property: 'now', message }],
  };
}
