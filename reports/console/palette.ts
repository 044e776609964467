/** Colours a text, or leaves it as it is. */
export type Paint = (text: string) => string;

/** What the console report colours, by meaning. */
export interface Palette {
  readonly good: Paint;
  readonly bad: Paint;
  readonly odd: Paint;
  readonly quiet: Paint;
  readonly strong: Paint;
}

/** How the console report is to look. */
export interface Style {
  readonly colours: Palette;
  readonly columns: number;
}

const PLAIN: Paint = (text) => text;

/** An ANSI pair; an empty text stays empty, so that padding alone never carries codes. */
function ansi(on: number, off: number): Paint {
  return (text) => (text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`);
}

/** The palette of a terminal. */
export function palette(colour: boolean): Palette {
  if (!colour) return { good: PLAIN, bad: PLAIN, odd: PLAIN, quiet: PLAIN, strong: PLAIN };
  return {
    good: ansi(32, 39),
    bad: ansi(31, 39),
    odd: ansi(33, 39),
    quiet: ansi(2, 22),
    strong: ansi(1, 22),
  };
}
