/** The text of the notice that ships with the package. */
import type { BundledPackage } from './packages.ts';

const WIDE = '='.repeat(80);
const THIN = '-'.repeat(80);

const HEAD = `Third-party notices

mediarecorder-conformance is published under the MIT licence, which stands in LICENSE. The built files of its
package have software of others inside, each under its own licence. The texts of these licences follow.

Where a package came inside another one, its version is that of the release whose licence text is given here.`;

/** The notice of all packages that are inside built files. */
export function noticeText(packages: readonly BundledPackage[]): string {
  const list = packages.map((one) => `- ${titleOf(one)}: ${one.licence}`).join('\n');
  return `${[HEAD, list, ...packages.map(section)].join('\n\n')}\n`;
}

function titleOf({ name, version, inside }: BundledPackage): string {
  return `${name} ${version}${inside === undefined ? '' : ` (inside ${inside})`}`;
}

function section(one: BundledPackage): string {
  const facts = [
    titleOf(one),
    `Licence: ${one.licence}`,
    ...(one.source === undefined ? [] : [`Source: ${one.source}`]),
    `In: ${one.files.join(', ')}`,
  ];
  const comments = one.comments.map((comment) => `\n\nIn its source:\n\n${comment}`).join('');
  return `${WIDE}\n${facts.join('\n')}\n${THIN}\n\n${one.text}${comments}`;
}
