/** The answer to a call that takes longer than the server waits: poll with the same method and this requestId. */
export interface InProgress {
  requestId: number;
  statusCode: 'in_progress';
  statusDetail: null;
}

/** Calls that go on after they were answered with `in_progress`. */
export interface Jobs {
  /**
   * Runs `start` and gives its answer, or `in_progress` when it takes longer than `waitMs`. With the requestId of a
   * running job of the same method, joins that job. An unknown requestId counts as none (clients send 0 or 1).
   * A new job's `isKeptBack` is asked at each try: while it is true, the answer is `in_progress` even if it is there.
   */
  run<T extends object>(
    method: string,
    requestId: number | undefined,
    waitMs: number,
    start: () => Promise<T>,
    isKeptBack?: () => boolean,
  ): Promise<T | InProgress>;
  has(method: string, requestId: number | undefined): boolean;
  /** The requestId is not known from now on. What was begun goes on. */
  forget(method: string, requestId: number | undefined): void;
  reset(): void;
}

interface Job {
  work: Promise<object>;
  isKeptBack(): boolean;
}

/** Finished jobs stay for a while, since the answer to a poll may be lost too. */
const KEPT_JOBS = 200;

export function createJobs(): Jobs {
  const jobs = new Map<string, Job>();
  let lastId = 1000;
  const keyOf = (method: string, requestId: number | undefined) => `${method} ${requestId}`;

  return {
    async run<T extends object>(
      method: string,
      requestId: number | undefined,
      waitMs: number,
      start: () => Promise<T>,
      isKeptBack = () => false,
    ) {
      const known = jobs.get(keyOf(method, requestId));
      const job: Job = known ?? { work: start(), isKeptBack };
      const answer = job.isKeptBack() ? undefined : await within(job.work as Promise<T>, waitMs);
      if (answer) return answer;
      const id = known && requestId !== undefined ? requestId : ++lastId;
      if (!known) {
        job.work.catch(() => undefined);
        jobs.set(keyOf(method, id), job);
        const oldest = jobs.keys().next().value;
        if (jobs.size > KEPT_JOBS && oldest !== undefined) jobs.delete(oldest);
      }
      return { requestId: id, statusCode: 'in_progress', statusDetail: null } satisfies InProgress;
    },
    has: (method, requestId) => jobs.has(keyOf(method, requestId)),
    forget: (method, requestId) => void jobs.delete(keyOf(method, requestId)),
    reset: () => jobs.clear(),
  };
}

/** The job's outcome, or undefined when it is not there in time. */
async function within<T>(job: Promise<T>, waitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), waitMs);
  });
  try {
    return await Promise.race([job, late]);
  } finally {
    clearTimeout(timer);
  }
}
