import { createHash } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import ts from 'typescript';
import { build, defaultClientConditions, defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Chunk {
  readonly name: string;
  /** Below `packages/`. */
  readonly modules: readonly string[];
}

/**
 * What is loaded together is one file, since small files compress badly. Each chunk is a list of modules, and takes along what those
 * import, as far as no chunk before it has that.
 */
const chunks: readonly Chunk[] = [
  // What every page loads: the start, the shop, Lit, and the list of events, the kit's front door. See
  // docs/decisions/0008-the-list-in-the-core.md. What the list needs only once it is used are chunks of their own.
  {
    name: 'kit',
    modules: ['embed/src/kit.ts', 'elements/src/event-list/event-list.ts'],
  },
  // For all that sells.
  {
    name: 'goods',
    modules: [
      'client/src/beyond-programme.ts',
      'store/src/catalog.ts',
      'elements/src/locales/load.groups.ts',
      'elements/src/styles/controls.ts',
      'client/src/path.ts',
      'store/src/cart-users.ts',
      'store/src/total.ts',
      'elements/src/base/inline-style.ts',
      'elements/src/pieces/skeleton.ts',
      'elements/src/shop/device.ts',
      'elements/src/styles/accent-fill.ts',
      'elements/src/styles/motion.ts',
      'elements/src/styles/titles.ts',
    ],
  },
  // For events and seats.
  {
    name: 'offer',
    modules: [
      'client/src/call.seats.ts',
      'store/src/late-cart.ts',
      'contract/src/lead-price.ts',
      'elements/src/base/address.ts',
      'elements/src/styles/prices.ts',
      'elements/src/pieces/stepper.ts',
      'elements/src/pieces/icons.seats.ts',
      'elements/src/base/long-date.ts',
    ],
  },
  // What speaks up.
  {
    name: 'note',
    modules: [
      'elements/src/pieces/note.ts',
      'elements/src/pieces/icons.notes.ts',
      'elements/src/pieces/unkept-note.ts',
      'elements/src/pieces/failure.ts',
    ],
  },
  // For who has a cart, or an account: what is kept, how it is asked for, and the fields of their forms.
  {
    name: 'device',
    modules: [
      'client/src/call.event.ts',
      'client/src/call.purchase.ts',
      'store/src/browser-storage.ts',
      'elements/src/pieces/field.ts',
      'elements/src/styles/fields.ts',
      'elements/src/pieces/focus-keeper.ts',
    ],
  },
  // For one event, and for who has a cart or puts something into it.
  {
    name: 'purchase',
    modules: [
      'store/src/cart.ts',
      'store/src/read-order.ts',
      'elements/src/pieces/icons.purchase.ts',
      'elements/src/pieces/hold-clock.ts',
      'elements/src/pieces/others.ts',
      'elements/src/pieces/place.ts',
    ],
  },
  {
    name: 'account',
    modules: ['elements/src/account/account.ts', 'client/src/call.account.ts'],
  },
  { name: 'seat-picker', modules: ['elements/src/seat-picker/seat-picker.ts'] },
  { name: 'seat-picker.closer', modules: ['elements/src/seat-picker/seat-picker.closer.ts'] },
];

const groups = chunks.map(({ name, modules }, index) => {
  const paths = new Set(modules.map((module) => here(`./packages/${module}`)));
  return { name, test: (id: string) => paths.has(id), priority: chunks.length - index };
});

const resolve = { conditions: ['@s360-widgets/source', ...defaultClientConditions] };

/**
 * Builds the kit for host pages: `s360.js`, whose name stays, and chunks in a folder whose name changes with what is in it, so that
 * they can be kept for ever. The relay serves both.
 */
export default defineConfig({
  root: here('./packages/embed'),
  resolve,
  plugins: [trimTemplates(), spareRuntime(), terse(), addScript()],
  build: {
    outDir: 'dist/embed',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: 'hidden',
    modulePreload: false,
    lib: {
      entry: { kit: here('./packages/embed/src/kit.ts') },
      formats: ['es'],
    },
    rolldownOptions: {
      // Terser takes its time.
      checks: { pluginTimings: false },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: 'chunks/[name].js',
        chunkFileNames: 'chunks/[name].js',
        codeSplitting: { groups },
        comments: false,
        minify: true,
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

/**
 * A module that is imported by name, out of a chunk with others, is an object with its exports. The bundler makes that with a helper
 * in a chunk of its own, which would be one more step to wait for; a plain object with getters does without. No line moves, so that
 * source maps hold.
 */
function spareRuntime(): Plugin {
  return {
    name: 'spare-runtime',
    renderChunk: (code) => ({
      code: code
        .replace(/import \{ \w+ as __exportAll \} from "[^"]*";/, '')
        .replace(/__exportAll\((\{[^}]*\})\)/g, (_, exports: string) =>
          exports.replace(/([\w$]+): \(\) => ([\w$]+)/g, 'get $1() { return $2; }'),
        ),
      map: null,
    }),
    generateBundle(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.name === 'rolldown-runtime' || name.endsWith('rolldown-runtime.js.map')) delete bundle[name];
        else if (file.type === 'chunk' && file.code.includes('rolldown-runtime'))
          throw new Error(`${name} still needs the bundler's helper.`);
      }
    },
  };
}

/** Has Terser go over what the bundler has minified: about 1 % less. */
function terse(): Plugin {
  return {
    name: 'terse',
    async generateBundle(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'chunk') continue;
        const sourceMap = file.map ? { content: file.map.toString() } : false;
        const { code, map } = await minify(file.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, keep_fargs: false },
          sourceMap,
        });
        if (code === undefined) throw new Error(`${name} is empty.`);
        file.code = code;
        const asset = bundle[`${name}.map`];
        if (asset?.type === 'asset' && typeof map === 'string') asset.source = map;
      }
    },
  };
}

/**
 * Builds `s360.js` beside the chunks: a plain script that knows where the chunk is that starts the kit. The semicolon before it lets
 * it be glued to any other script. The chunks get a folder named by their content: one name for a whole build, rather than one in
 * each of the many places that name a chunk.
 */
function addScript(): Plugin {
  const entry = here('./packages/embed/src/s360.ts');
  let folder = '';
  return {
    name: 'add-script',
    buildStart() {
      for (const name of ['s360.ts', 'relay-of-page.ts'])
        this.addWatchFile(here(`./packages/embed/src/${name}`));
    },
    async generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file] : []));
      const kit = files.find((file) => file.isEntry);
      if (!kit) throw new Error('No chunk starts the kit.');
      const content = files.map(({ fileName, code }) => fileName + code).sort();
      folder = createHash('sha256').update(content.join()).digest('hex').slice(0, 8);
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        resolve,
        plugins: [terse()],
        define: { KIT_CHUNK: JSON.stringify(kit.fileName.replace('/', `/${folder}/`)) },
        build: {
          write: false,
          target: 'es2022',
          modulePreload: false,
          lib: { entry, formats: ['iife'], name: 's360' },
          rolldownOptions: { output: { comments: false, minify: true } },
        },
      });
      const [script] = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
      if (script?.type !== 'chunk') throw new Error('s360.js is no single file.');
      this.emitFile({ type: 'asset', fileName: 's360.js', source: `;${script.code}` });
    },
    async writeBundle({ dir = '' }) {
      await rename(join(dir, 'chunks'), join(dir, folder));
      await mkdir(join(dir, 'chunks'));
      await rename(join(dir, folder), join(dir, 'chunks', folder));
    },
  };
}
