import { GLOBALS_URL, type GlobalsRequest } from './worker-globals.ts';

/** The kinds of worker. */
export const WORKERS = ['dedicated', 'shared', 'service'] as const;
type WorkerKind = (typeof WORKERS)[number];

/** A worker that can be asked, and ended. */
interface Asked {
  readonly post: (request: GlobalsRequest) => void;
  readonly failed: Promise<never>;
  readonly end: () => void | Promise<unknown>;
}

/** The types of globals of these names, as a worker of a kind sees them. */
export async function typesInWorker(kind: WorkerKind, names: readonly string[]): Promise<readonly string[]> {
  const worker = await open(kind);
  try {
    return await Promise.all(names.map((name) => Promise.race([ask(worker, name), worker.failed])));
  } finally {
    await worker.end();
  }
}

async function ask({ post }: Asked, name: string): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<string>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
  });
  port1.start();
  post({ name, answer: port2 });
  return answer;
}

async function open(kind: WorkerKind): Promise<Asked> {
  switch (kind) {
    case 'dedicated': {
      const worker = new Worker(GLOBALS_URL);
      return {
        post: (request) => worker.postMessage(request, [request.answer]),
        failed: failureOf(worker),
        end: () => worker.terminate(),
      };
    }
    case 'shared': {
      const worker = new SharedWorker(GLOBALS_URL);
      return {
        post: (request) => worker.port.postMessage(request, [request.answer]),
        failed: failureOf(worker),
        end: () => worker.port.close(),
      };
    }
    case 'service':
      return openServiceWorker();
  }
}

async function openServiceWorker(): Promise<Asked> {
  // A scope of its own, which no page is in, so that it never stands between a page and the server.
  const registration = await navigator.serviceWorker.register(GLOBALS_URL, {
    scope: `/bundle/${crypto.randomUUID()}/`,
  });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (worker === null) throw new Error('the service worker was not installed');
  return {
    post: (request) => worker.postMessage(request, [request.answer]),
    failed: failureOf(worker),
    end: () => registration.unregister(),
  };
}

function failureOf(worker: EventTarget): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker failed')));
  });
  failed.catch(() => undefined);
  return failed;
}
