import type { AnswerBuilder, ItemHandlers } from './answer-builder.js';
import type { ServiceName } from './services.js';
import type { WireObject } from './shape.js';

/** One request, as both transports take it. */
export interface Request {
  readonly service: ServiceName;
  readonly operation: string;
  readonly args: WireObject;
  /** Language of the flat names in the answer. */
  readonly language?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Lists to hand on item by item instead of keeping them. */
  readonly items?: ItemHandlers;
}

/** SOAP or the JSON form: sends one request and gives the result as plain data, whatever its status code says. */
export interface Transport {
  /** Throws ProblemError on faults, HTTP errors, timeouts and answers that can't be read. */
  send(request: Request): Promise<WireObject>;
}

/** What turns text into the events of a builder: XML or JSON. */
export interface Reader {
  readonly builder: AnswerBuilder;
  write(text: string): void;
  /** True if the answer held a result. */
  end(): boolean;
}
