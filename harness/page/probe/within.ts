/** What came of work that was given a limit. */
export type Timed<T> = { readonly kind: 'in time'; readonly value: T } | { readonly kind: 'too late' };

/** Waits for work, but no longer than a limit: where something is missing, it may never answer. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<Timed<T>> {
  return Promise.race([
    work.then((value) => ({ kind: 'in time', value }) as const),
    new Promise<Timed<T>>((resolve) => {
      setTimeout(() => resolve({ kind: 'too late' }), limitMs);
    }),
  ]);
}
