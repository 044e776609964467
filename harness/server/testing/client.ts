import { request } from 'node:http';
import type { ConformanceServer } from '../server.ts';

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What is asked for; the path goes out as it is, unlike with fetch(), which would tidy it first. */
export interface Question {
  readonly path: string;
  readonly method?: string;
  readonly host?: string;
  readonly body?: string;
  readonly type?: string;
}

/** Asks a server on loopback one question. */
export function ask(
  { port }: Pick<ConformanceServer, 'port'>,
  { path, method = 'GET', host = `localhost:${port}`, body, type }: Question,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host, ...(type === undefined ? {} : { 'content-type': type }) },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
