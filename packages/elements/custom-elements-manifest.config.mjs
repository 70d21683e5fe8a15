/**
 * The manifest speaks of the public surface only: the elements, and no private, protected or underscored member of theirs, nor a field
 * that has no description.
 */
const hidden = (member) =>
  member.privacy === 'private' ||
  member.privacy === 'protected' ||
  member.name?.startsWith('#') ||
  member.name?.startsWith('_') ||
  (member.kind === 'field' && !member.description);

/** Where the package that is installed has a source's module. */
const packed = (path) => path?.replace(/^\/?packages\/elements\/src\/(.+)\.[jt]s$/, 'dist/$1.js');

export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts'],
  outdir: 'packages/elements',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'keep-what-is-public',
      packageLinkPhase({ customElementsManifest }) {
        for (const module of customElementsManifest.modules)
          module.declarations = module.declarations?.filter(({ tagName }) => tagName);
        // In an order of their own: files come in whatever order the file system answers.
        customElementsManifest.modules = customElementsManifest.modules
          .filter(({ declarations }) => declarations?.length)
          .sort((a, b) => (a.path < b.path ? -1 : 1));
        for (const module of customElementsManifest.modules) {
          module.path = packed(module.path);
          for (const { declaration } of module.exports ?? []) declaration.module = packed(declaration.module);
          for (const declaration of module.declarations ?? []) {
            if (declaration.superclass) declaration.superclass.module = packed(declaration.superclass.module);
            const inner = new Set((declaration.members ?? []).filter(hidden).map(({ name }) => name));
            declaration.members &&= declaration.members.filter((member) => !hidden(member));
            // A private field that renders is no attribute.
            declaration.attributes &&= declaration.attributes.filter(
              ({ fieldName }) => !inner.has(fieldName),
            );
          }
        }
      },
    },
  ],
};
