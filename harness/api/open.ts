import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** Whether windows can be shown here. */
export function hasDisplay({ platform, env }: { readonly platform: string; readonly env: Env }): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** What opens a file or an address on a desktop; undefined where there is none. */
function openerOf(platform: string, env: Env): readonly [string, ...string[]] | undefined {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      // `start` is a word of the shell's; its first quoted argument would be the window's title.
      return ['cmd', '/c', 'start', '""'];
    default:
      return hasDisplay({ platform, env }) ? ['xdg-open'] : undefined;
  }
}

/** Opens a file or an address with what the desktop has for it; says why if that cannot be done. */
export async function openOnDesktop(
  what: string,
  { platform, env }: { readonly platform: string; readonly env: Env } = process,
): Promise<string | undefined> {
  const opener = openerOf(platform, env);
  if (opener === undefined) return `there is no desktop here to open ${what} on`;
  const [program, ...args] = opener;
  return new Promise((resolve) => {
    const child = spawn(program, [...args, what], { detached: true, stdio: 'ignore' });
    child.once('error', (error) => resolve(`${what} could not be opened: ${error.message}`));
    child.once('spawn', () => {
      child.unref();
      resolve(undefined);
    });
  });
}
