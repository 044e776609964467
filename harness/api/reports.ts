import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { REPORTERS, type ReportContext, type Reporter, type ReporterName } from '../../reports/index.ts';
import type { Results } from '../protocol/index.ts';
import { CannotRunError, UsageError } from './errors.ts';
import { placeRecordings } from './recording-files.ts';
import { writeText } from './write-text.ts';
import { publishedCompat, reportTemplate } from './suite.ts';

/** A report that is wanted, and where it goes if not to its usual place. */
export interface ReportRequest {
  readonly name: ReporterName;
  readonly file?: string;
}

/** Where reports go, and how they are printed. */
export interface ReportPlaces {
  readonly folder: string;
  readonly print: (text: string) => void;
  readonly colour: boolean;
  readonly columns: number;
  readonly baseline?: Results;
  /** A path as the reader of the terminal can open it. */
  readonly named?: (path: string) => string;
  /** Is called for each file once it is written, before anything is printed. */
  readonly wrote?: (path: string) => void;
}

const DEFAULT_REPORTS = ['console', 'json', 'html'] as const satisfies readonly ReporterName[];

/** Understands NAME or NAME=FILE; without any, the usual ones, and annotations where GitHub shows them. */
export function reportRequests(
  values: readonly string[] | undefined,
  env: Readonly<Record<string, string | undefined>> = {},
): readonly ReportRequest[] {
  if (values === undefined) {
    const names: readonly ReporterName[] =
      env['GITHUB_ACTIONS'] === 'true' ? [...DEFAULT_REPORTS, 'github'] : DEFAULT_REPORTS;
    return names.map((name) => ({ name }));
  }
  return values.map((value) => {
    const [stated = '', ...rest] = value.split('=');
    const name = reporterNames().find((each) => each === stated);
    if (name === undefined) {
      throw new UsageError(`there is no reporter "${stated}"; there are: ${reporterNames().join(', ')}`);
    }
    return rest.length === 0 ? { name } : { name, file: rest.join('=') };
  });
}

/** The names that `--reporter` takes. */
export function reporterNames(): readonly ReporterName[] {
  return Object.keys(REPORTERS).flatMap((name) => (isReporterName(name) ? [name] : []));
}

function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(REPORTERS, name);
}

/** Writes the wanted reports, then prints those that are for a terminal, so that they come last; says which files it wrote. */
export async function writeReports(
  results: Results,
  requests: readonly ReportRequest[],
  places: ReportPlaces,
): Promise<readonly string[]> {
  const written: string[] = [];
  const troubles: CannotRunError[] = [];
  const isPrinted = ({ name, file }: ReportRequest): boolean => REPORTERS[name].prints && file === undefined;
  for (const { name, file } of requests.filter((request) => !isPrinted(request))) {
    const reporter: Reporter = REPORTERS[name];
    const path = resolve(file ?? join(places.folder, reporter.file));
    const text = reporter.render(results, {
      ...(await contextOf(places, name === 'html')),
      ...(name === 'html' ? { recordings: await placeRecordings(results, places.folder, path) } : {}),
      ...(name === 'compat' ? { published: await publishedCompat() } : {}),
    });
    try {
      await writeText(path, text);
      written.push(path);
      places.wrote?.(path);
    } catch (error) {
      // A disk that is full, or one folder that is not ours, keeps no other report from its reader.
      if (!(error instanceof CannotRunError)) throw error;
      troubles.push(error);
    }
  }
  const page = pageAmong(requests, places, written);
  for (const { name } of requests.filter(isPrinted)) {
    const reporter: Reporter = REPORTERS[name];
    const context = await contextOf(places, false);
    places.print(reporter.render(results, { ...context, ...(page === undefined ? {} : { page }) }));
  }
  const [first] = troubles;
  if (first !== undefined)
    throw new CannotRunError(troubles.map(({ message }) => message).join('; '), { cause: first });
  return written;
}

/** The HTML report as it is named on the terminal, where one was asked for and could be written. */
function pageAmong(
  requests: readonly ReportRequest[],
  { folder, named = (path) => path }: ReportPlaces,
  written: readonly string[],
): string | undefined {
  const request = requests.find(({ name }) => name === 'html');
  if (request === undefined) return undefined;
  const path = resolve(request.file ?? join(folder, REPORTERS.html.file));
  return written.includes(path) ? named(path) : undefined;
}

/** What reporters may know beside the results. */
export async function contextOf(places: ReportPlaces, isPage: boolean): Promise<ReportContext> {
  return {
    colour: places.colour,
    columns: places.columns,
    template: isPage ? await reportTemplate() : '',
    deflate: (plain) => deflateRawSync(plain).toString('base64'),
    report: join(places.folder, REPORTERS.html.file),
    ...(places.baseline === undefined ? {} : { baseline: places.baseline }),
  };
}
