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
  'isTypeSupported()': 'dom-mediarecorder-istypesupported',
  'is type supported': 'abstract-opdef-is-type-supported',
} as const;

/** A numbered step of an algorithm of the MediaRecorder spec; `15.3.4` is step 4 in step 3 in step 15. */
export function step(algorithm: keyof typeof ALGORITHMS, number: string): RuleSource {
  return {
    label: `MediaStream Recording, ${algorithm} step ${number}`,
    url: `${RECORDING}#${ALGORITHMS[algorithm]}`,
  };
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
