import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Tap } from '../tap.js';

export interface TapSettings {
  readonly tap: Tap;
  readonly now: () => number;
  /** Of S-360. */
  readonly port: number;
  /** Who asks, at the moment. */
  readonly relay: () => string;
}

/** Stands between one relay and S-360, and hears what is asked. */
export class TapProxy {
  readonly #server: Server;

  private constructor(readonly settings: TapSettings) {
    this.#server = createServer((request, response) => void this.#pass(request, response));
  }

  static async open(settings: TapSettings): Promise<TapProxy> {
    const proxy = new TapProxy(settings);
    await new Promise<void>((resolve) => void proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** What has reached S-360 is done there, though the relay that asked may be gone. */
  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { tap, now, port, relay } = this.settings;
    const body = await buffer(request).catch(() => undefined);
    if (!body) return;
    const { method, url: path, headers } = request;
    const write = tap.hear(relay(), body.toString(), now());
    const isOver = () => {
      if (write) write.endedAt = Math.min(write.endedAt, now());
    };
    const passed = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      isOver();
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    passed.once('error', () => {
      isOver();
      response.destroy();
    });
    passed.end(body);
  }
}
