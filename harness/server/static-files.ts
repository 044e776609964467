import { readFile, realpath } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/** A file that may be served. */
export interface ServedFile {
  readonly type: string;
  readonly body: Buffer;
}

/**
 * Reads a file below a root, or nothing: whatever the path says, dots, encodings and links included,
 * nothing outside the root is ever read.
 */
export async function readBelow(root: string, encodedPath: string): Promise<ServedFile | undefined> {
  const path = decodePath(encodedPath);
  if (path === undefined) return undefined;
  try {
    const realRoot = await realpath(root);
    const file = await realpath(resolve(realRoot, join('.', sep, path)));
    const inside = relative(realRoot, file);
    if (
      inside === '' ||
      inside === '..' ||
      inside.startsWith(`..${sep}`) ||
      resolve(realRoot, inside) !== file
    )
      return undefined;
    return {
      type: TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      body: await readFile(file),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function decodePath(encoded: string): string | undefined {
  try {
    const path = decodeURIComponent(encoded);
    return path.includes('\0') ? undefined : path;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
