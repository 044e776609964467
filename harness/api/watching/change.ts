import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { Watched } from './watched.ts';

/** Editors write a file in several steps, and people save several files. */
const QUIET_MS = 100;

/** Waits until a file changes that counts, and nothing more for a moment; undefined when the signal ends the wait. */
export async function nextChange(watched: Watched, signal: AbortSignal): Promise<string | undefined> {
  const watchers: FSWatcher[] = [];
  let quiet: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string | undefined>((resolve) => {
      let first: string | undefined;
      const changed = (file: string): void => {
        if (!watched.counts(file)) return;
        first ??= file;
        clearTimeout(quiet);
        quiet = setTimeout(() => resolve(first), QUIET_MS);
      };
      for (const folder of watched.folders) {
        const watcher = watch(folder, (_event, name) => {
          if (name !== null) changed(join(folder, name));
        });
        // A folder may be deleted while it is watched.
        watcher.on('error', () => watcher.close());
        watchers.push(watcher);
      }
      if (signal.aborted) return resolve(undefined);
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
  } finally {
    clearTimeout(quiet);
    for (const watcher of watchers) watcher.close();
  }
}
