import type { RuleSource } from './rule.ts';

const RECORDING = 'https://w3c.github.io/mediacapture-record/';
const WEB_IDL = 'https://webidl.spec.whatwg.org/';

/** The algorithms of the MediaRecorder spec that have numbered steps, by the anchor of their definition. */
const ALGORITHMS = {
  constructor: 'dom-mediarecorder-mediarecorder',
  'start()': 'dom-mediarecorder-start',
  'stop()': 'dom-mediarecorder-stop',
  'pause()': 'dom-mediarecorder-pause',
  'resume()': 'dom-mediarecorder-resume',
  'requestData()': 'dom-mediarecorder-requestdata',
  'inactivate the recorder': 'abstract-opdef-inactivate-the-recorder',
  'is type supported': 'abstract-opdef-is-type-supported',
  'is synchronously exposed': 'abstract-opdef-is-synchronously-exposed',
} as const;

/**
 * A numbered step of an algorithm of the MediaRecorder spec; `15.3.4` is step 4 in step 3 in step 15,
 * `10 and 11` and `13 to 15` are several.
 */
export function step(algorithm: keyof typeof ALGORITHMS, number: string): RuleSource {
  return {
    label: `MediaStream Recording, ${algorithm} step ${number}`,
    url: `${RECORDING}#${ALGORITHMS[algorithm]}`,
    steps: numbersIn(number).map((each) => `${algorithm} ${each}`),
  };
}

function numbersIn(text: string): readonly string[] {
  return text.split(' and ').flatMap((part) => {
    const [from = '', to] = part.split(' to ');
    if (to === undefined) return [from];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));
  });
}

/** A passage of the MediaRecorder spec that has no step number. */
export function passage(label: string, anchor: string): RuleSource {
  return { label: `MediaStream Recording, ${label}`, url: `${RECORDING}#${anchor}` };
}

/** A clause of Web IDL. */
export function webIdl(label: string, anchor: string): RuleSource {
  return { label: `Web IDL, ${label}`, url: `${WEB_IDL}#${anchor}` };
}

/** A clause of DOM. */
export function dom(label: string, anchor: string): RuleSource {
  return { label: `DOM, ${label}`, url: `https://dom.spec.whatwg.org/#${anchor}` };
}

/** A clause of HTML. */
export function html(label: string, page: string, anchor: string): RuleSource {
  return { label: `HTML, ${label}`, url: `https://html.spec.whatwg.org/multipage/${page}.html#${anchor}` };
}

/** A clause of MIME Sniffing, which says what a MIME type is. */
export function mimeSniffing(label: string, anchor: string): RuleSource {
  return { label: `MIME Sniffing, ${label}`, url: `https://mimesniff.spec.whatwg.org/#${anchor}` };
}

/** An issue or pull request of the MediaRecorder spec. */
export function specIssue(number: number): string {
  return `https://github.com/w3c/mediacapture-record/issues/${number}`;
}

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/API/MediaRecorder';

/** A page of MDN on MediaRecorder, or on one of its members. */
export function mdn(member = ''): RuleSource {
  return {
    label: `MDN, MediaRecorder${member === '' ? '' : `: ${member}`}`,
    url: member === '' ? MDN : `${MDN}/${member}`,
  };
}

/** The pattern for recording a microphone that web.dev publishes. */
export const MICROPHONE_PATTERN: RuleSource = {
  label: 'web.dev, How to record audio from a microphone',
  url: 'https://web.dev/patterns/media/microphone-record',
};
