import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CannotRunError } from './errors.ts';
import { makeFolder } from './output.ts';

/** Writes a text file, with the folders above it. */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotRunError(`cannot write ${file}: ${why}`, { cause });
  }
}
