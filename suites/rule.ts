/** Where a rule is stated, so that one click leads there. */
export interface RuleSource {
  readonly label: string;
  readonly url: string;
  /** The numbered steps of the MediaRecorder spec that it is, such as `start() 15.3`. */
  readonly steps?: readonly string[];
}

/** How strongly the source demands the rule. */
export type Level = 'must' | 'should' | 'may';

/**
 * How firmly the source says so. `unclear` rules name what is ambiguous in `note`, and every reading that
 * the text allows passes; `interop` has no normative source; `documented` only the documentation says;
 * `measured` is no demand but a quality that the spec leaves free.
 */
export type Standing = 'settled' | 'recent' | 'unclear' | 'interop' | 'documented' | 'obsolete' | 'measured';

/** One thing that must hold, in our own words. */
export interface Rule {
  readonly level: Level;
  readonly standing: Standing;
  readonly source: RuleSource;
  readonly statement: string;
  readonly note?: string;
  /**
   * Why no recorder that is a script can keep it, however good: it takes powers that only a browser has.
   * A polyfill's conformance is reported without it.
   */
  readonly beyondScripts?: string;
  /** Why no case can check it. */
  readonly untestable?: string;
}

/** The rules of one section of the spec; the ids of its rules begin with the section's id. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly rules: Readonly<Record<string, Rule>>;
}

/** What a rule says beside its source and its statement; its standing is settled unless it says otherwise. */
interface Details extends Pick<Rule, 'note' | 'beyondScripts' | 'untestable'> {
  readonly standing?: Exclude<Standing, 'settled' | 'measured'>;
}

type Judged = Rule & { readonly standing: Exclude<Standing, 'measured'> };

const stated =
  (level: Level) =>
  (source: RuleSource, statement: string, details: Details = {}): Judged => ({
    level,
    standing: 'settled',
    source,
    statement,
    ...details,
  });

/** A rule that a recorder has to keep. */
export const must = stated('must');
/** A rule that a recorder should keep. */
export const should = stated('should');
/** Something that a recorder may do. */
export const may = stated('may');

/** A quality that nothing demands: it is measured and reported. */
export function measured(source: RuleSource, statement: string): Rule & { readonly standing: 'measured' } {
  return { level: 'may', standing: 'measured', source, statement };
}
