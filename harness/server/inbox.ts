import { OUT_OF_TURN, type PageMessage, type ServerReply } from '../protocol/index.ts';

/** What became of a message that arrived. */
export type Receipt =
  | { readonly kind: 'answered'; readonly reply: ServerReply }
  | { readonly kind: 'out of order'; readonly expected: number };

/** Counts every message of every sender exactly once, in order; a repeated one gets the answer it got before. */
export class Inbox {
  readonly #handle: (sender: string, message: PageMessage) => ServerReply;
  readonly #last = new Map<string, { readonly sequence: number; readonly reply: ServerReply }>();

  constructor(handle: (sender: string, message: PageMessage) => ServerReply) {
    this.#handle = handle;
  }

  receive(sender: string, message: PageMessage): Receipt {
    if (message.sequence === OUT_OF_TURN) return { kind: 'answered', reply: this.#handle(sender, message) };
    const last = this.#last.get(sender);
    if (last?.sequence === message.sequence) return { kind: 'answered', reply: last.reply };
    const expected = last === undefined ? 0 : last.sequence + 1;
    if (message.sequence !== expected) return { kind: 'out of order', expected };
    const reply = this.#handle(sender, message);
    this.#last.set(sender, { sequence: message.sequence, reply });
    return { kind: 'answered', reply };
  }
}
