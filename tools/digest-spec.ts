/** Counts what a revision of the MediaRecorder spec demands, for the coverage; its text stays where it is. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { digestSpec } from './spec/digest.ts';
import { PACKAGE_ROOT } from '../harness/api/package-root.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('say where MediaRecorder.bs is: npm run digest:spec -- FILE');
const target = join(PACKAGE_ROOT, 'suites', 'coverage', 'spec-structure.ts');
const digest = digestSpec(await readFile(file, 'utf8'));
const text = `// Written by tools/digest-spec.ts; do not edit.

/** What the pinned revision of the spec demands, by place and number: steps, sentences, definitions. */
export const SPEC_STRUCTURE = ${JSON.stringify(digest)} as const;
`;
await writeFile(
  target,
  await format(text, { ...(await resolveConfig(target)), parser: 'typescript', filepath: target }),
);
