/** What tests share that serve pages of their own on loopback. */
import { createServer, type RequestListener } from 'node:http';
import { listen } from '../listen.ts';

/** A server for the length of a test. */
export interface Loopback {
  readonly origin: string;
  close(): void;
}

/** Answers requests on a free port of loopback. */
export async function loopback(answer: RequestListener): Promise<Loopback> {
  const server = createServer(answer);
  const port = await listen(server, 0);
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits for the whole text that a request brings. */
export async function textOf(request: Parameters<RequestListener>[0]): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}
