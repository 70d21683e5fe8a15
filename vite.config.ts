import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every page loads, in one file: Lit, the shop, and the list of events, the kit's front door: see
 * docs/decisions/0008-the-list-in-the-core.md. Its filters, rows and notes are fetched when they are used.
 */
const coreModules = new RegExp(
  [
    'node_modules/(lit/(index|html)|lit-element|@lit/reactive-element/(?!decorators)|lit-html/(lit-html|is-server)\\.)',
    'rolldown/runtime',
    'packages/(client/src/(?!samples\\.ts)|contract/src)',
    'store/src/(store|remote|browser|catalog)\\.',
    'elements/src/(base/(?!explain\\.panel|ground\\.(colours|faults)|surroundings|long-date|relative-day)|shop/(?!shop\\.)|event-list/event-list\\.(?!panels|rows|notes|filter\\.)|locales/load|styles/(base|tokens|buttons)|pieces/(icon|icons\\.list|poster|sale-mark|skeleton)\\.ts)',
  ].join('|'),
);

/**
 * What is loaded together is one file, since small files compress badly. Each group takes along what its modules import, as far as
 * no group of a higher priority has it: `goods` is for all that sells, `offer` for events and seats, `note` for what speaks up.
 */
const groups = [
  { name: 'core', test: coreModules, priority: 3 },
  {
    name: 'goods',
    test: /client\/src\/samples\.ts|store\/src\/(cart|browser-storage)\.|styles\/(controls|titles)/,
    priority: 2,
  },
  { name: 'offer', test: /styles\/prices|pieces\/(stepper|icons\.seats)|base\/long-date/, priority: 2 },
  { name: 'note', test: /pieces\/(note|icons\.notes)\.|decorat/, priority: 2 },
  { name: 'seat-picker', test: /seat-picker\/seat-picker\.ts/, priority: 1 },
];

/**
 * Builds the kit for host pages: `s360.js`, whose name stays, and chunks whose names change with their content and can be kept
 * for ever. The relay serves both.
 */
export default defineConfig({
  root: here('./packages/embed'),
  resolve: { conditions: ['@s360-widgets/source', ...defaultClientConditions] },
  plugins: [trimTemplates(), finishLoader()],
  build: {
    outDir: 'dist/embed',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: 'hidden',
    modulePreload: false,
    lib: {
      entry: { s360: here('./packages/embed/src/s360.ts') },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        entryFileNames: ({ name }) => (name === 's360' ? 's360.js' : 'chunks/[name]-[hash:6].js'),
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        codeSplitting: { groups },
        comments: false,
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
      },
    },
  },
});

/** Takes comments and needless white space out of the templates of `css`, `html` and `svg`. */
function trimTemplates(): Plugin {
  const trims: Record<string, (text: string) => string> = {
    css: (text) =>
      text
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>~]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}')
        .replace(/\b0\./g, '.'),
    html: (text) => text.replace(/\s+/g, ' ').replace(/ (\/?>)/g, '$1'),
    svg: (text) => text.replace(/\s+/g, ' '),
  };
  return {
    name: 'trim-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/packages\/elements\/src\/.*\.ts$/.test(id)) return null;
      const cuts: [start: number, end: number, text: string][] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isTaggedTemplateExpression(node)) {
          const trim = trims[node.tag.getText()];
          const { template } = node;
          const texts = ts.isTemplateExpression(template)
            ? [template.head, ...template.templateSpans.map((span) => span.literal)]
            : [template];
          for (const text of trim ? texts : []) cuts.push([text.getStart(), text.end, trim!(text.getText())]);
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(id, code, ts.ScriptTarget.ES2022, true));
      const cut = cuts.sort(([one], [other]) => other - one);
      return {
        code: cut.reduce((all, [start, end, text]) => all.slice(0, start) + text + all.slice(end), code),
        map: null,
      };
    },
  };
}

/** Lets `s360.js` find its chunks from wherever it runs, and wraps it, since a plain script shares its names with the page. */
function finishLoader(): Plugin {
  return {
    name: 'finish-loader',
    generateBundle(_, bundle) {
      const loader = bundle['s360.js'];
      if (loader?.type !== 'chunk' || loader.imports.length) throw new Error('s360.js must stand alone');
      const code = loader.code.replace(/import\(([`"'])\.\//g, 'import(FOLDER+$1');
      loader.code = `(()=>{let FOLDER;${code.replace(/\bexport\s*\{[^}]*\};?/, '').trim()}})();\n`;
      loader.map = null;
    },
  };
}
