import { createHash } from 'node:crypto';
import { plainText, tokens, type Token } from './tokens.ts';

/** The steps of one algorithm, by their numbers alone: `15.3.4` is step 4 in step 3 in step 15. */
interface Algorithm {
  readonly name: string;
  readonly steps: readonly string[];
}

/** A sentence outside the algorithms that says what must, should, may or will be; its words stay where they are. */
export interface Sentence {
  /** The definition or heading before it, and which of the sentences after that it is. */
  readonly id: string;
  readonly level: 'must' | 'should' | 'may' | 'will';
  /** The first letters of the SHA-256 of its words. */
  readonly hash: string;
}

/** What a specification demands, by place and number, without its text. */
export interface SpecDigest {
  readonly revision: string;
  readonly algorithms: readonly Algorithm[];
  readonly sentences: readonly Sentence[];
  readonly definitions: readonly string[];
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

const LEVELS = ['must', 'should', 'may', 'will'] as const;

/** The level of a sentence, by the strongest of the words that a specification uses for it. */
export function levelOf(sentence: string): Sentence['level'] | undefined {
  const words = new Set(sentence.split(/[^A-Za-z]+/).map((word) => word.toLowerCase()));
  return LEVELS.find((level) => words.has(level));
}

/** Splits running text where a full stop, and then a capital letter, begin something new. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([.!?]\)?) (?:[A-Z(])/g, (end) => `${end.slice(0, -1)}\u0000${end.slice(-1)}`)
    .split('\u0000')
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Reads a Bikeshed source: its algorithms with their steps, its sentences of weight, and what it defines. */
export function digestSpec(source: string): SpecDigest {
  const reader = new Reader();
  for (const token of tokens(source)) reader.take(token);
  reader.flush();
  return { revision: hash(source), ...reader.result };
}

class Reader {
  readonly #algorithms = new Map<string, string[]>();
  readonly #sentences: Sentence[] = [];
  readonly #definitions: string[] = [];
  readonly #counts = new Map<string, number>();
  #place = 'the beginning';
  #algorithm = '';
  #lists: number[] = [];
  #text = '';

  get result(): Omit<SpecDigest, 'revision'> {
    return {
      algorithms: [...this.#algorithms].map(([name, steps]) => ({ name, steps })),
      sentences: this.#sentences,
      definitions: this.#definitions,
    };
  }

  take(token: Token): void {
    switch (token.kind) {
      case 'text':
        if (this.#lists.length === 0) this.#text += plainText(token.text);
        return;
      case 'heading':
        this.flush();
        this.#place = token.anchor;
        return;
      case 'definition':
        this.#define(token);
        return;
      case 'list':
        this.flush();
        this.#lists.push(0);
        return;
      case 'end of list':
        this.#lists.pop();
        return;
      case 'step':
        this.#step();
        return;
      case 'paragraph':
        this.flush();
        return;
    }
  }

  #define({ name, type }: Extract<Token, { kind: 'definition' }>): void {
    if (this.#lists.length === 0 && type !== 'event' && type !== 'slot') {
      this.flush();
      this.#place = name;
      if (type !== 'term' || this.#algorithm === '') this.#algorithm = name;
    }
    if (type !== 'slot') this.#definitions.push(`${type} ${name}`);
  }

  #step(): void {
    const last = this.#lists.pop();
    if (last === undefined) return;
    this.#lists.push(last + 1);
    const steps = this.#algorithms.get(this.#algorithm) ?? [];
    this.#algorithms.set(this.#algorithm, [...steps, this.#lists.join('.')]);
  }

  /** What has been read so far belongs together; nothing after it continues its sentences. */
  flush(): void {
    for (const sentence of sentencesOf(this.#text)) {
      const level = levelOf(sentence);
      if (level === undefined) continue;
      const number = (this.#counts.get(this.#place) ?? 0) + 1;
      this.#counts.set(this.#place, number);
      this.#sentences.push({ id: `${this.#place}, sentence ${number}`, level, hash: hash(sentence) });
    }
    this.#text = '';
  }
}
