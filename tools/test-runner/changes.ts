import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps, and people save several files. */
const QUIET_MS = 80;

/** Calls back with the files that changed below some folders, once nothing more changes for a moment. */
export function onChanges(
  { root, folders, signal }: { root: string; folders: readonly string[]; signal: AbortSignal },
  changed: (files: readonly string[]) => void,
): void {
  const files = new Set<string>();
  let quiet: NodeJS.Timeout | undefined;
  const report = (): void => {
    const all = [...files];
    files.clear();
    changed(all);
  };
  for (const folder of folders)
    watch(join(root, folder), { recursive: true, signal }, (_event, name) => {
      // Editors keep backups and locks beside a file.
      if (name === null || /~$|\.sw.$|(^|\/)[.#]/.test(name)) return;
      files.add(join(folder, name));
      clearTimeout(quiet);
      quiet = setTimeout(report, QUIET_MS);
    });
}
