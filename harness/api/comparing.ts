import { join, resolve } from 'node:path';
import {
  COMPARISON_REPORTERS,
  type ComparisonReporter,
  type ComparisonReporterName,
} from '../../reports/index.ts';
import type { Results } from '../protocol/index.ts';
import { UsageError } from './errors.ts';
import { placeRecordings } from './recording-files.ts';
import { contextOf, type ReportPlaces } from './reports.ts';
import { writeText } from './write-text.ts';

function isName(name: string): name is ComparisonReporterName {
  return Object.hasOwn(COMPARISON_REPORTERS, name);
}

/** The names that `compare --reporter` takes. */
export function comparisonReporterNames(): readonly ComparisonReporterName[] {
  return Object.keys(COMPARISON_REPORTERS).filter(isName);
}

/** Tells what changed between two runs, in each of the forms NAME or NAME=FILE; says which files it wrote. */
export async function writeComparison(
  runs: { readonly before: Results; readonly after: Results },
  forms: readonly string[],
  places: ReportPlaces,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const form of forms) {
    const [name = '', ...rest] = form.split('=');
    if (!isName(name))
      throw new UsageError(
        `there is no reporter "${name}" for comparisons; there are: ${comparisonReporterNames().join(', ')}`,
      );
    const reporter: ComparisonReporter = COMPARISON_REPORTERS[name];
    const path = resolve(rest.length === 0 ? join(places.folder, reporter.file) : rest.join('='));
    const text = reporter.render(runs, {
      ...(await contextOf(places, name === 'html')),
      ...(name === 'html' ? { recordings: await placeRecordings(runs.after, places.folder, path) } : {}),
    });
    if (reporter.prints && rest.length === 0) places.print(text);
    else {
      await writeText(path, text);
      written.push(path);
      places.wrote?.(path);
    }
  }
  return written;
}
