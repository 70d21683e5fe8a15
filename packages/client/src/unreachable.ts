import { ProblemError } from '@s360-widgets/contract/problem';

/** What is no relay's answer: a page of a proxy, or of whoever has the address now. */
export const notARelay = ({ status, headers }: Response) =>
  new ProblemError(
    'relay-unreachable',
    { failure: 'not-a-relay' },
    { message: `HTTP ${status}, ${headers.get('content-type') ?? 'no content type'}` },
  );
