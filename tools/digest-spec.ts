/** Counts what a revision of the MediaRecorder spec demands, for the coverage; its text stays where it is. */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { digestSpec } from './spec/digest.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('say where MediaRecorder.bs is: npm run digest:spec -- FILE');
const target = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'suites/coverage/spec-structure.ts');
const digest = digestSpec(await readFile(file, 'utf8'));
const text = `// Written by tools/digest-spec.ts; do not edit.

/** What the pinned revision of the spec demands, by place and number: steps, sentences, definitions. */
export const SPEC_STRUCTURE = ${JSON.stringify(digest)} as const;
`;
await writeFile(
  target,
  await format(text, { ...(await resolveConfig(target)), parser: 'typescript', filepath: target }),
);
