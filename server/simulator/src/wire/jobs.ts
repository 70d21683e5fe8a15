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
   */
  run<T extends object>(
    method: string,
    requestId: number | undefined,
    waitMs: number,
    start: () => Promise<T>,
  ): Promise<T | InProgress>;
  has(method: string, requestId: number | undefined): boolean;
  reset(): void;
}

/** Finished jobs stay for a while, since the answer to a poll may be lost too. */
const KEPT_JOBS = 200;

export function createJobs(): Jobs {
  const jobs = new Map<string, Promise<object>>();
  let lastId = 1000;
  const keyOf = (method: string, requestId: number | undefined) => `${method} ${requestId}`;

  return {
    async run<T extends object>(
      method: string,
      requestId: number | undefined,
      waitMs: number,
      start: () => Promise<T>,
    ) {
      const known = jobs.get(keyOf(method, requestId)) as Promise<T> | undefined;
      const job = known ?? start();
      const answer = await within(job, waitMs);
      if (answer) return answer;
      const id = known && requestId !== undefined ? requestId : ++lastId;
      if (!known) {
        job.catch(() => undefined);
        jobs.set(keyOf(method, id), job);
        const oldest = jobs.keys().next().value;
        if (jobs.size > KEPT_JOBS && oldest !== undefined) jobs.delete(oldest);
      }
      return { requestId: id, statusCode: 'in_progress', statusDetail: null } satisfies InProgress;
    },
    has: (method, requestId) => jobs.has(keyOf(method, requestId)),
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
