import { isAbsolute, join, relative, sep } from 'node:path';
import pc from 'picocolors';
import {
  openOnDesktop,
  writeReports,
  type ReportPlaces,
  type ReportRequest,
  type Results,
} from '../api/index.ts';

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

/** Reports go to a folder, or to standard output as this terminal shows it. */
export function placesIn(folder: string): ReportPlaces {
  return {
    folder,
    print: (text) => process.stdout.write(text),
    colour: pc.isColorSupported && process.stdout.isTTY,
    columns: process.stdout.columns ?? 80,
    named,
    wrote: (file) => process.stderr.write(`Wrote ${named(file)}\n`),
  };
}

/** A path as somebody in this folder would type it: what is outside of it, as a whole. */
function named(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith(`..${sep}`) || isAbsolute(short) ? path : short;
}

/** Data goes to standard output, and where it is kept to standard error. */
export async function publish(
  results: Results,
  requests: readonly ReportRequest[],
  folder: string,
): Promise<void> {
  await writeReports(results, requests, placesIn(folder));
}

/** Opens the HTML report, where there is one and a desktop to open it on; says so where there is none. */
export async function openReport(requests: readonly ReportRequest[], folder: string): Promise<void> {
  const page = requests.find(({ name }) => name === 'html');
  if (page === undefined) return;
  const trouble = await openOnDesktop(page.file ?? join(folder, 'index.html'));
  if (trouble !== undefined) process.stderr.write(`${trouble}\n`);
}
