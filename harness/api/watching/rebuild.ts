import { spawn } from 'node:child_process';
import { built } from '../package-root.ts';
import { isOwnSource } from './watched.ts';

/** Builds what pages run once more if a clone's own source has changed; says what went wrong if something did. */
export async function rebuildAfter(changed: string): Promise<string | undefined> {
  if (!isOwnSource(changed)) return undefined;
  const child = spawn(process.execPath, [built('tools', 'build.js'), '--pages'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', resolve);
  });
  return code === 0 ? undefined : `It could not be built:\n${said.join('').trim()}`;
}
