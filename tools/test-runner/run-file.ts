import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** What came of one test file. */
export interface FileResult {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  /** The names of skipped tests, each with its reason. */
  readonly skipped: readonly string[];
  readonly milliseconds: number;
  /** What the tests printed, as Node's spec reporter shows it. */
  readonly output: string;
}

/** How a test file is run. */
export interface FileOptions {
  readonly signal: AbortSignal;
  /** A file that takes longer hangs. */
  readonly limitMs: number;
}

/** Runs one test file in a process of its own. */
export async function runFile(file: string, { signal, limitMs }: FileOptions): Promise<FileResult> {
  const began = performance.now();
  const limit = AbortSignal.timeout(limitMs);
  const counts = { passed: 0, failed: 0 };
  const skipped: string[] = [];
  const stream = run({ files: [file], signal: AbortSignal.any([signal, limit]) });
  const isTest = (test: { readonly name: string; readonly details: { readonly type?: string } }): boolean =>
    test.details.type !== 'suite' && test.name !== file;
  stream.on('test:pass', (test) => {
    if (test.skip !== undefined && test.skip !== false)
      skipped.push(typeof test.skip === 'string' ? `${test.name}: ${test.skip}` : test.name);
    else if (isTest(test)) counts.passed += 1;
  });
  stream.on('test:fail', (test) => {
    if (isTest(test)) counts.failed += 1;
  });
  let fileFailed = false;
  stream.on('test:complete', (test) => {
    if (test.name === file && !test.details.passed) fileFailed = true;
  });
  let output = '';
  for await (const chunk of stream.compose<NodeJS.ReadWriteStream>(new spec())) output += String(chunk);
  if (limit.aborted) output += `\nended after ${Math.round(limitMs / 60_000)} minutes\n`;
  // A hook, an exit code or a file without tests fails a file whose tests all passed.
  const isEmpty = counts.passed + counts.failed + skipped.length === 0;
  if (isEmpty && !fileFailed) output += '\nthis file holds no test\n';
  if ((fileFailed || isEmpty) && counts.failed === 0) counts.failed = 1;
  return { file, ...counts, skipped, milliseconds: performance.now() - began, output };
}
