import { type CallFailure, ProblemError } from '@s360-widgets/contract/problem';
import { misfit } from './misfit.js';
import type { AnySample } from './shape.js';

const unreachable = (failure: CallFailure, message: string) =>
  new ProblemError('relay-unreachable', { failure }, { message });

/** What is no relay's answer: a page of a proxy, or of whoever has the address now. */
export const notARelay = ({ status, headers }: Response) =>
  unreachable('not-a-relay', `HTTP ${status}, ${headers.get('content-type') ?? 'no content type'}`);

/** A relay's answer that lacks what this kit reads of it; the message says where. */
export const otherShape = (name: string, reply: unknown, sample: AnySample) =>
  unreachable('other-shape', `${name} answered another shape: ${misfit(reply, sample)}`);
