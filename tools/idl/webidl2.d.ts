/** The part of the parser that is used here; its trees are decoded, never trusted. */
declare module 'webidl2' {
  export function parse(text: string): unknown;
}
