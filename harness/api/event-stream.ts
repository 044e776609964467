/** A stream of events that keeps those which nobody has read yet. */
export class EventStream<E> implements AsyncIterable<E> {
  readonly #waiting: E[] = [];
  #wake: () => void = () => {};
  #ended = false;

  push(event: E): void {
    this.#waiting.push(event);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<E, void, void> {
    for (;;) {
      const event = this.#waiting.shift();
      if (event !== undefined) yield event;
      else if (this.#ended) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
