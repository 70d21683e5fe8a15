import type { RequestListener } from 'node:http';

export interface MetricsAnswer {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Answers a Prometheus, on a port of its own: no browser has any business there. */
export function metricsListener({ contentType, text }: MetricsAnswer): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) =>
        response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body),
      () => response.writeHead(500).end(),
    );
  };
}
