import { pino, type Logger as Pino } from 'pino';

export type Logger = Pick<Pino, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Structured log on standard output, one JSON object a line. Callers log facts by name and never a request's headers,
 * query or body, nor anything that a visitor typed. The paths below are a net under that rule.
 */
export function createLog(level: string): Pino {
  return pino({
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    redact: [
      'authorization',
      'token',
      'cartToken',
      'email',
      'phone',
      '*.authorization',
      '*.token',
      '*.email',
      '*.phone',
    ],
  });
}
