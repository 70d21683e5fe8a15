import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { test as base } from '../journeys/journey.js';

export interface HostPage {
  /** What stands in the head, before all else. */
  head?: string;
  /** What stands in the body; `<script360>` is where the kit's script goes. */
  body: string;
  /** Path and query where the page is opened, '/' without. */
  path?: string;
  /** Path and query with which an address must begin for the page to be there, as a router has it; without it, everywhere. */
  route?: string;
  /** The host's own scripts, by path. */
  scripts?: Record<string, string>;
  /** The document's language, as hosts write it. */
  lang?: string;
  /** The host's own response headers. */
  headers?: Record<string, string>;
}

interface HostThings {
  /** Opens a page of somebody's own web server, on an origin that is neither the relay's nor the demo site's. */
  openHost(page: HostPage): Promise<Page>;
}

export const test = base.extend<HostThings>({
  openHost: async ({ page, stack }, use) => {
    let shown: HostPage = { body: '' };
    const script = `<script type="module" src="${stack.relay}/embed/s360.js"></script>`;
    const server = createServer(({ url = '/' }, response) => {
      const { head = '', body, route = '/', lang = 'en_US', scripts = {} } = shown;
      const path = url.replace(/\?.*/, '');
      if (path.endsWith('.js')) {
        response.writeHead(path in scripts ? 200 : 404, { 'content-type': 'text/javascript; charset=utf-8' });
        return response.end(scripts[path] ?? '');
      }
      if (!url.startsWith(route)) return void response.writeHead(404).end('There is no such page.');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...shown.headers });
      response.end(
        `<!doctype html><html lang="${lang}"><head><title>Host</title>${head}</head><body>${body.replace('<script360>', script)}`,
      );
    });
    const address = await listening(server);
    await use(async (wanted) => {
      shown = wanted;
      await page.goto(new URL(wanted.path ?? '/', address).href);
      return page;
    });
    server.closeAllConnections();
    server.close();
  },
});

function listening(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, () => resolve(`http://localhost:${(server.address() as AddressInfo).port}/`)),
  );
}
