import { copyFile, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  carriedRecordings,
  recordingsIn,
  type PlacedRecording,
  type RecordingPlaces,
} from '../../reports/index.ts';
import type { Recording, Results } from '../protocol/index.ts';
import { makeFolder } from './output.ts';

/** The folders of results that were read from files: runs from several folders may be put side by side. */
const origins = new WeakMap<Recording, string>();

/** Notes that the recordings of results lie in the folder that these were read from. */
export function keptBeside(results: Results, folder: string): void {
  for (const recording of recordingsIn(results)) origins.set(recording, folder);
}

function pathOf(recording: Recording, folder: string): string {
  return join(origins.get(recording) ?? resolve(folder), recording.file);
}

/** Finds the recordings of results for a report: small ones are read, others get the way from the report to them. */
export async function placeRecordings(
  results: Results,
  folder: string,
  report: string,
): Promise<RecordingPlaces> {
  const recordings = recordingsIn(results);
  const carried = carriedRecordings(recordings);
  const places = new Map<Recording, PlacedRecording>();
  for (const recording of recordings) {
    const path = pathOf(recording, folder);
    const bytes = carried.has(recording) ? recording.bytes : undefined;
    places.set(recording, await placeOf(path, bytes, dirname(resolve(report))));
  }
  return places;
}

/** A file is carried only if it has the size that it was chosen for. */
async function placeOf(path: string, carried: number | undefined, from: string): Promise<PlacedRecording> {
  try {
    const { size } = await stat(path);
    if (size === carried) return { kind: 'inside', base64: await readFile(path, 'base64') };
    return { kind: 'beside', href: relative(from, path).split(sep).map(encodeURIComponent).join('/') };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { kind: 'missing' };
    throw error;
  }
}

/** Copies the recordings of joined results beside these, where their attempts look for them. */
export async function takeRecordingsAlong(results: Results, folder: string): Promise<void> {
  for (const recording of recordingsIn(results)) {
    const [from, to] = [pathOf(recording, folder), join(resolve(folder), recording.file)];
    if (from === to || !(await isThere(from))) continue;
    await makeFolder(dirname(to));
    await copyFile(from, to);
    origins.set(recording, resolve(folder));
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
