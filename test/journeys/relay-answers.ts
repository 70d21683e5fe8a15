import type { BrowserContext, Request } from '@playwright/test';
import { checkAnswer, endpointsAt } from '@s360-widgets/contract';

/**
 * Watches what the relay answers to the pages of a context. What a test answers in its place is not looked at.
 * @returns gives what of the answers so far is not as the contract promises
 */
export function watchAnswers(context: BrowserContext, relay: string): () => Promise<string[]> {
  const verdicts: Promise<string | undefined>[] = [];
  context.on('requestfinished', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === relay && endpointsAt(pathname).length > 0) verdicts.push(misfitOf(request, pathname));
  });
  return async () => (await Promise.all(verdicts)).filter((misfit) => misfit !== undefined);
}

async function misfitOf(request: Request, path: string): Promise<string | undefined> {
  const answer = await seen(request).catch(() => undefined);
  if (!answer) return undefined;
  try {
    checkAnswer({ method: request.method(), path, ...answer });
    return undefined;
  } catch (misfit) {
    return String(misfit);
  }
}

/** Undefined where no server has answered. Rejects where the page is gone before its answer could be looked at. */
async function seen(request: Request) {
  const response = await request.response();
  if (!response || !(await response.serverAddr())) return undefined;
  // What the page sees: of an answer that has not changed, the relay sends fewer headers.
  const contentType = response.headers()['content-type'] ?? null;
  return { status: response.status(), contentType, text: await response.text() };
}
