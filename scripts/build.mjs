/** `npm run build`: compiled packages and servers, the kit under `packages/embed/dist/embed`, and the manifest. */
import { build, fail, install, run } from './prepare.mjs';

install();
build();
if (!run('npm', ['run', '--silent', 'manifest'])) fail('The manifest could not be made.');
