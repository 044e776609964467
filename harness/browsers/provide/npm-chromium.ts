import path from 'node:path';
import { npmChromiumFolder } from '../discover/index.ts';
import { DONE, failed, inOrder, step } from './job.ts';
import type { Job, Step } from './job.ts';
import type { NpmChromium } from './ways.ts';

/**
 * The package is made for machines with next to nothing installed: it brings NSS and a font, which are used where
 * the system has none of its own.
 */
const LAUNCHER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/headless-shell" "$@"
`;

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

const ARCHIVES = ['swiftshader', 'al2023', 'fonts'] as const;

async function unpack(job: Job, folder: string): Promise<Step> {
  const { files } = job.workshop;
  const packed = path.join(folder, 'package', 'bin');
  job.progress('unpacking Chromium');
  await files.unpackBrotli(path.join(packed, 'chromium.br'), path.join(folder, 'headless-shell'));
  for (const name of ARCHIVES) {
    const archive = path.join(folder, `${name}.tar`);
    await files.unpackBrotli(path.join(packed, `${name}.tar.br`), archive);
    const unpacked = await step(job, ['tar', '--no-same-owner', '-xf', archive, '-C', folder], {
      ending: 'hard',
    });
    if (unpacked.kind === 'failed') return unpacked;
    await files.remove(archive);
  }
  await files.write(path.join(folder, 'fonts.conf'), FONTS);
  await files.write(path.join(folder, 'chromium'), LAUNCHER, 0o755);
  await files.remove(path.join(folder, 'package'));
  return DONE;
}

/** It was just written, 200 MB, and a slow disk may still be at that. */
const START_LIMIT_MS = 120_000;

async function starts(job: Job, folder: string): Promise<Step> {
  const answer = await job.workshop.host.ask([path.join(folder, 'chromium'), '--version'], START_LIMIT_MS);
  if (answer.kind !== 'exited') return failed(`it ${answer.reason}`);
  return answer.code === 0
    ? DONE
    : failed(`it does not start here: ${answer.output.trim().split('\n')[0] ?? ''}`);
}

/** Fetches the package with npm, unpacks it beside its place, tries it, and only then puts it there. */
export async function installNpmChromium(job: Job, way: NpmChromium): Promise<Step> {
  const { files, host } = job.workshop;
  const place = npmChromiumFolder(host);
  const partial = `${place}.partial`;
  await files.remove(partial);
  await files.makeFolder(partial);
  const fetched = await inOrder([
    () => step(job, ['npm', 'pack', '--pack-destination', partial, way.spec], { ending: 'hard' }),
    () =>
      step(job, ['sh', '-c', 'tar --no-same-owner -xzf "$1"/*.tgz -C "$1" && rm "$1"/*.tgz', 'sh', partial], {
        ending: 'hard',
      }),
    () => unpack(job, partial),
    () => starts(job, partial),
  ]);
  if (fetched.kind === 'failed') {
    await files.remove(partial);
    return fetched;
  }
  await files.remove(place);
  await files.rename(partial, place);
  return DONE;
}
