import { relative } from 'node:path';
import pc from 'picocolors';
import { writeReports, type ReportRequest, type Results } from '../api/index.ts';

/** Whatever else is wanted, the results themselves are always kept. */
export function withResults(requests: readonly ReportRequest[]): readonly ReportRequest[] {
  return withReport(requests, 'json');
}

/** Adds a report, unless it is asked for already. */
export function withReport(
  requests: readonly ReportRequest[],
  wanted: ReportRequest['name'],
): readonly ReportRequest[] {
  return requests.some(({ name }) => name === wanted) ? requests : [...requests, { name: wanted }];
}

/** Data goes to standard output, and where it is kept to standard error. */
export async function publish(
  results: Results,
  requests: readonly ReportRequest[],
  folder: string,
): Promise<void> {
  const written = await writeReports(results, requests, {
    folder,
    print: (text) => process.stdout.write(text),
    colour: pc.isColorSupported && process.stdout.isTTY,
    columns: process.stdout.columns ?? 80,
  });
  for (const file of written) process.stderr.write(`Wrote ${relative(process.cwd(), file)}\n`);
}
