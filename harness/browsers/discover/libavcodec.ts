import { ASK_LIMIT_MS, type Host } from './host.ts';
import { libraryFolders } from './library-folders.ts';

const LIBRARY = /^libavcodec\.so\.\d+/;
const PACKAGE = /^libavcodec(\d+)$/;

/** Whether the system has libavcodec where the dynamic linker finds it. */
export async function hasLibavcodec(host: Host): Promise<boolean> {
  if (await host.files.contains('/etc/ld.so.cache', 'libavcodec.so.')) return true;
  const stated = (host.env['LD_LIBRARY_PATH'] ?? '').split(':').filter((folder) => folder !== '');
  for (const folder of [...(await libraryFolders(host, '')), '/usr/local/lib', ...stated])
    if ((await host.files.list(folder)).some((name) => LIBRARY.test(name))) return true;
  return false;
}

/**
 * The package of this release with libavcodec, whose name has the library's number in it; undefined where apt does
 * not know one, as before its lists were fetched.
 */
export async function libavcodecPackage(host: Host): Promise<string | undefined> {
  const answer = await host.ask(['apt-cache', 'pkgnames', 'libavcodec'], ASK_LIMIT_MS);
  if (answer.kind !== 'exited' || answer.code !== 0) return undefined;
  const numbers = answer.output.split('\n').flatMap((line) => {
    const number = PACKAGE.exec(line.trim())?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return numbers.length === 0 ? undefined : `libavcodec${Math.max(...numbers)}`;
}
