import { type CallFailure, ProblemError } from '@s360-widgets/contract/problem';

export const unreachable = (failure: CallFailure, message: string, cause?: unknown) =>
  new ProblemError('relay-unreachable', { failure }, { message, cause });

export const notARelay = ({ status, headers }: Response) =>
  unreachable('not-a-relay', `HTTP ${status}, ${headers.get('content-type') ?? 'no content type'}`);
