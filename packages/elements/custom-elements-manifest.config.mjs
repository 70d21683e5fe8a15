/** The manifest speaks of the public surface only: the elements, and no private, protected or underscored member of theirs. */
const hidden = (member) =>
  member.privacy === 'private' ||
  member.privacy === 'protected' ||
  member.name?.startsWith('#') ||
  member.name?.startsWith('_');

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
        for (const module of customElementsManifest.modules)
          for (const declaration of module.declarations ?? []) {
            const inner = new Set((declaration.members ?? []).filter(hidden).map(({ name }) => name));
            declaration.members &&= declaration.members.filter((member) => !hidden(member));
            // A private field that renders is no attribute.
            declaration.attributes &&= declaration.attributes.filter(
              ({ fieldName }) => !inner.has(fieldName),
            );
          }
      },
    },
  ],
};
