import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reference } from './reference.js';

/** `npm run s360:reference` writes docs/s360.md. */
const file = new URL('../../../../docs/s360.md', import.meta.url);

await writeFile(file, reference());
console.log(fileURLToPath(file));
