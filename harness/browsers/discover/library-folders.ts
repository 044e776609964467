import type { Host } from './host.ts';

/** Where the libraries of a Linux system are; the machine's own if the root is empty. */
export async function libraryFolders(host: Host, root: string): Promise<readonly string[]> {
  const libraries = await host.files.list(`${root}/usr/lib`);
  return [
    ...libraries.filter((name) => name.includes('-linux-')).map((name) => `${root}/usr/lib/${name}`),
    `${root}/usr/lib64`,
    `${root}/usr/lib`,
  ];
}
