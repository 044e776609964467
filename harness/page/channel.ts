import { decode, type PageMessage, ServerReply } from '../protocol/index.ts';

type Unnumbered<M> = M extends unknown ? Omit<M, 'sequence'> : never;

/** A message before the channel has numbered it. */
export type Outgoing = Unnumbered<PageMessage>;

const ATTEMPTS = 5;

/**
 * The way from one sender of the page to the server. Messages are numbered and sent one after another;
 * one that got no answer is sent again under its number, and the server counts it once.
 */
export class Channel {
  readonly #url: string;
  #sequence = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  send(message: Outgoing): Promise<ServerReply> {
    const body = JSON.stringify({ ...message, sequence: this.#sequence });
    this.#sequence += 1;
    const reply = this.#last.then(() => this.#post(body));
    this.#last = reply.catch(() => undefined);
    return reply;
  }

  async #post(body: string): Promise<ServerReply> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(this.#url, { method: 'POST', body, cache: 'no-store' });
        if (response.ok) return decode(ServerReply, await response.json(), 'the server');
        throw new Error(`the server answered ${response.status}: ${await response.text()}`);
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => {
          setTimeout(resolve, 100 * attempt);
        });
      }
    }
  }
}

/** Tells the server at once and waits for it, so that the step is known even if the page never gets further. */
export function tellAtOnce(url: string, message: PageMessage): void {
  const request = new XMLHttpRequest();
  request.open('POST', url, false);
  request.send(JSON.stringify(message));
}
