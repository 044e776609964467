import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Roots } from '../../server/index.ts';
import { UsageError } from '../errors.ts';

const NAME = /^[a-z0-9][a-z0-9._-]*$/i;
const TAKEN = /^(bundle|session|polyfill-\d+|suite-\d+)$/;

/** The folders that a run serves beside its own, such as those of workers and wasm, at /NAME/. */
export function mountedRoots(mounts: Readonly<Record<string, string>>, folder: string): Roots {
  return Object.fromEntries(
    Object.entries(mounts).map(([name, stated]) => {
      if (!NAME.test(name) || TAKEN.test(name)) {
        throw new UsageError(
          `--mount ${name}=${stated}: the name is ${TAKEN.test(name) ? "one of the harness's own" : 'no single part of a path'}`,
        );
      }
      const path = resolve(folder, stated);
      if (!existsSync(path) || !statSync(path).isDirectory()) {
        throw new UsageError(`--mount ${name}=${stated}: there is no folder ${path}`);
      }
      return [name, path];
    }),
  );
}
