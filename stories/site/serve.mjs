/**
 * Serves the demo pages as a host's own web server would: plain files, another origin than the relay's. The pages name the
 * relay as `http://localhost:8080`; RELAY_URL puts another address there.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const port = Number(process.env.SITE_PORT ?? 8000);
const relay = process.env.RELAY_URL ?? 'http://localhost:8080';
const pages = fileURLToPath(new URL('./pages', import.meta.url));
const types = { '.html': 'text/html', '.css': 'text/css', '.svg': 'image/svg+xml' };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const name = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const type = types[extname(name)];
  try {
    if (!type) throw new Error('not one of the pages');
    const text = await readFile(join(pages, name), 'utf8');
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });
    response.end(text.replaceAll('http://localhost:8080', relay));
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.');
  }
});
server.on('error', (error) => {
  console.error(`The site cannot listen on port ${port} (SITE_PORT): ${error.message}`);
  process.exit(1);
});
server.listen(port, () => console.log(`site: http://localhost:${server.address().port}`));
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => server.close(() => process.exit(0)).closeAllConnections());
