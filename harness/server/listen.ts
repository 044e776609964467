import type { Server } from 'node:http';
import { ListenError } from './listen-error.ts';

function reason(cause: Error): string {
  if (!('code' in cause)) return cause.message;
  switch (cause.code) {
    case 'EADDRINUSE':
      return 'the port is taken; choose another one, or 0 for any that is free';
    case 'EACCES':
      return 'this user may not listen there; choose a port above 1023';
    default:
      return cause.message;
  }
}

/** Lets a server listen on loopback only, on a free port where 0 is asked for; gives the port. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new ListenError(`cannot listen on 127.0.0.1:${port}: ${reason(cause)}`, { cause })),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** Pages elsewhere cannot reach a server here by pointing a name of their own at it. */
export function isLocalHost(host: string | undefined): boolean {
  const name = host?.replace(/:\d+$/, '') ?? '';
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1';
}
