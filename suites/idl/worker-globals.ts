/** Where the script is served that tells what a worker's global scope has. */
export const GLOBALS_URL = '/bundle/globals.js';

/** What is asked of a worker: the type of a global, and where to tell it. */
export interface GlobalsRequest {
  readonly name: string;
  readonly answer: MessagePort;
}

/** Runs in a worker of any kind and tells the types of its globals; a shared one hears through its ports. */
export function tellGlobals(): void {
  const tell = ({ data: { name, answer } }: MessageEvent<GlobalsRequest>): void => {
    answer.postMessage(typeof Reflect.get(globalThis, name), []);
  };
  addEventListener('message', tell);
  addEventListener('connect', (event) => {
    const ports: unknown = Reflect.get(event, 'ports');
    if (!Array.isArray(ports)) return;
    for (const port of ports) {
      if (!(port instanceof MessagePort)) continue;
      port.addEventListener('message', tell);
      port.start();
    }
  });
}
