import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DecodeError, decodeJson, PageMessage } from '../protocol/index.ts';
import { MOST_RECORDED_BYTES, Session, type SessionOptions } from './session.ts';
import { isLocalHost, listen } from './listen.ts';
import { readBelow } from './static-files.ts';

const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** The folders that are served, by the first part of the path. */
export type Roots = Readonly<Record<string, string>>;

/** A loopback server that serves the pages of sessions and takes their messages. */
export interface ConformanceServer {
  readonly port: number;
  openSession(options: SessionOptions): Session;
  closeSession(session: Session): void;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

const text = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body });
const html = (body: string): Reply => ({ status: 200, type: 'text/html; charset=utf-8', body });

/** How a server listens and answers. */
export interface ServerOptions {
  /** A free port unless one is asked for. */
  readonly port?: number;
  /** Isolates every page from other origins, which then has SharedArrayBuffer and precise clocks. */
  readonly isolated?: boolean;
}

/** Listens on loopback only. */
export async function startServer(
  roots: Roots,
  { port = 0, isolated = false }: ServerOptions = {},
): Promise<ConformanceServer> {
  const sessions = new Map<string, Session>();
  const server = createServer((request, response) => {
    answer(request, { roots, sessions })
      .catch((error: unknown) => text(500, `the server failed: ${String(error)}`))
      .then((reply) => send(response, reply, isolated ? { ...HEADERS, ...ISOLATION } : HEADERS))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const bound = await listen(server, port);
  return {
    port: bound,
    openSession: (options) => {
      const session = new Session(options, bound);
      sessions.set(session.token, session);
      return session;
    },
    closeSession: (session) => {
      sessions.delete(session.token);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Served {
  readonly roots: Roots;
  readonly sessions: ReadonlyMap<string, Session>;
}

async function answer(request: IncomingMessage, { roots, sessions }: Served): Promise<Reply> {
  if (!isLocalHost(request.headers.host)) return text(403, 'this server answers to localhost only');
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const [, room = '', ...rest] = path.split('/');
  if (room !== 'session') {
    const root = Object.hasOwn(roots, room) ? roots[room] : undefined;
    const file = root === undefined ? undefined : await readBelow(root, rest.join('/'));
    return file === undefined ? text(404, 'there is no such file') : { status: 200, ...file };
  }
  const [token = '', kind, name = ''] = rest;
  const session = sessions.get(token);
  if (session === undefined) return text(404, 'there is no such session');
  switch (kind) {
    case 'page':
      return html(session.conductor());
    case 'lane':
    case 'frame': {
      const page = kind === 'lane' ? session.lane(name) : session.frame(name);
      return page === undefined ? text(404, 'there is no such lane') : html(page);
    }
    case 'channel':
      return request.method === 'POST'
        ? takeMessage(request, session, name)
        : text(405, 'messages are posted');
    case 'recording':
      return request.method === 'POST'
        ? takeRecording(request, session, name)
        : text(405, 'recordings are posted');
    default:
      return text(404, 'there is no such page');
  }
}

async function takeMessage(request: IncomingMessage, session: Session, sender: string): Promise<Reply> {
  if (!session.admits(sender)) return text(429, 'that is too many messages');
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === undefined) return text(413, 'the message is too large');
  try {
    const message = decodeJson(PageMessage, body.toString('utf8'), `message of ${sender}`);
    const receipt = session.receive(sender, message);
    if (receipt.kind === 'out of order') return text(409, `message ${receipt.expected} of ${sender} is due`);
    return { status: 200, type: 'application/json', body: JSON.stringify(receipt.reply) };
  } catch (error) {
    if (error instanceof DecodeError) return text(400, error.message);
    throw error;
  }
}

async function takeRecording(request: IncomingMessage, session: Session, sender: string): Promise<Reply> {
  if (!session.admits(sender)) return text(429, 'that is too many recordings');
  const bytes = await readBody(request, MOST_RECORDED_BYTES);
  if (bytes === undefined) return text(413, 'the recording is too large');
  const mimeType = request.headers['content-type'] ?? '';
  const kept = await session.keepRecording(sender, { bytes, mimeType });
  return kept ? text(200, 'kept') : text(404, 'recordings are not kept');
}

async function readBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=*, microphone=*, autoplay=*',
} as const;

/** What a page and its frames, which may have origins of their own, must all say to be isolated. */
const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': `${HEADERS['permissions-policy']}, cross-origin-isolated=*`,
} as const;

function send(
  response: ServerResponse,
  { status, type, body }: Reply,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, { ...headers, 'content-type': type });
  response.end(body);
}
