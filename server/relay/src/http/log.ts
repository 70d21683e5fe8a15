import { pino, type Logger as Pino, type LoggerOptions } from 'pino';

export type Logger = Pick<Pino, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * Structured log on standard output, one JSON object a line. Callers log facts by name and never a request's headers,
 * query or body, nor anything that a visitor typed. The paths below are a net under that rule.
 * @param output by default each line is written by itself
 */
export function createLog(level: string, output?: GatheredOutput): Pino {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    redact,
    hooks: {
      logMethod(line, write, severity) {
        write.apply(this, line);
        if (severity >= warning) output?.flushSync();
      },
    },
  };
  return output ? pino(options, output) : pino(options);
}

const redact = [
  'authorization',
  'token',
  'cartToken',
  'email',
  'phone',
  'login',
  'password',
  '*.authorization',
  '*.token',
  '*.login',
  '*.password',
  '*.email',
  '*.phone',
];
const warning = pino.levels.values.warn ?? 40;

export type GatheredOutput = ReturnType<typeof gatheredOutput>;

/**
 * Standard output for a process that logs much: lines are written together, a few times a second, since each writing costs more than
 * an answer that is at hand. A warning or an error is written at once, with all that came before it, and so is what is left at the end.
 */
export function gatheredOutput() {
  const output = pino.destination({ sync: true, minLength: 8_192, periodicFlush: 200 });
  process.once('exit', () => output.flushSync());
  return output;
}
