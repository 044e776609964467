import { createServer } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocalHost, listen } from './listen.ts';
import { readBelow, type ServedFile } from './static-files.ts';

/** A loopback server that shows what is in a folder. */
export interface FolderServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder to this machine: its index.html, or a list of the folders in it that have one. */
export async function serveFolder(folder: string, port: number): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const respond = ({ status, type, body }: Answer): void => {
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.end(body);
    };
    if (!isLocalHost(request.headers.host))
      return respond(plain(403, 'this server answers to localhost only'));
    answer(folder, request.url ?? '/').then(respond, (error: unknown) => respond(plain(500, String(error))));
  });
  const bound = await listen(server, port);
  return {
    url: `http://localhost:${bound}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer extends ServedFile {
  readonly status: number;
}

function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: Buffer.from(`${text}\n`) };
}

async function answer(folder: string, url: string): Promise<Answer> {
  const [path = '/'] = url.split('?', 1);
  const file = await readBelow(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (file !== undefined) return { status: 200, ...file };
  if (path === '/')
    return { status: 200, type: 'text/html; charset=utf-8', body: Buffer.from(await listing(folder)) };
  return plain(404, 'there is no such file');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The folders with a report in them, the newest names first. */
async function listing(folder: string): Promise<string> {
  const names: string[] = [];
  for (const name of (await readdir(folder)).toSorted().toReversed())
    if ((await readBelow(folder, `${encodeURIComponent(name)}/index.html`)) !== undefined) names.push(name);
  const lines = names.map(
    (name) => `<li><a href="${escaped(encodeURIComponent(name))}/">${escaped(name)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Runs in ${escaped(folder)}</title></head>
<body><h1>Runs in ${escaped(folder)}</h1>
${lines.length === 0 ? `<p>There is no report in ${escaped(join(folder, '*', 'index.html'))}.</p>` : `<ul>${lines.join('\n')}</ul>`}
</body></html>
`;
}
