import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { serveFolder, type FolderServer } from '../server/index.ts';
import { UsageError } from './errors.ts';

/** A server that shows reports. */
export type ReportServer = FolderServer;

/** Shows the reports in a folder to browsers on this machine; port 0 stands for any that is free. */
export async function serveReports(folder: string, port: number): Promise<ReportServer> {
  const path = resolve(folder);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new UsageError(`there is no folder ${path}; "run" makes results first`);
  return serveFolder(path, port);
}
