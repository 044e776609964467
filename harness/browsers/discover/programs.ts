import type { Host } from './host.ts';
import { pathsOf } from './host.ts';

/** Where programs are looked up, as a shell would, and where snaps are. */
function searchFolders(host: Host): readonly string[] {
  const { delimiter } = pathsOf(host);
  const stated = (host.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return host.platform === 'linux' ? [...new Set([...stated, '/snap/bin'])] : stated;
}

/** The full paths of those programs that are on the search path, in the order of the names. */
export async function programs(host: Host, names: readonly string[]): Promise<readonly string[]> {
  const paths = pathsOf(host);
  const files = names.flatMap((name) => searchFolders(host).map((folder) => paths.join(folder, name)));
  return existing(host, files);
}

/** Those of the files that are there. */
export async function existing(host: Host, files: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(files.map((file) => host.files.exists(file)));
  return files.filter((_, index) => there[index] === true);
}
