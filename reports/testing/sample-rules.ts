/** The sections that a sample spreads its rules over. */
const SECTIONS = [
  ['constructor', 'Constructor'],
  ['state', 'state'],
  ['start', 'start()'],
  ['stop', 'stop()'],
  ['pause', 'pause()'],
  ['resume', 'resume()'],
  ['request-data', 'requestData()'],
  ['is-type-supported', 'isTypeSupported()'],
  ['events', 'Events'],
  ['errors', 'Error handling'],
  ['media', 'What is recorded'],
] as const;

const SUBJECTS = [
  ['throws-while-inactive', 'throws an InvalidStateError DOMException while inactive.'],
  ['returns-undefined', 'returns undefined.'],
  ['keeps-stream', 'leaves the stream that is recorded as it was.'],
  ['fires-once', 'fires its event exactly once, after the call has returned.'],
  ['keeps-order', 'fires dataavailable before stop, in two tasks of their own.'],
  ['sets-state', 'sets the state before it returns.'],
  ['accepts-no-argument', 'may be called without any argument.'],
  ['keeps-type', 'keeps mimeType until the recording has ended, whatever the tracks do meanwhile.'],
] as const;

/** A rule of a sample, before it is decoded as one. */
export interface SampleRule {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** As many rules as asked for, with every level and standing among them. */
export function sampleRules(count: number): readonly SampleRule[] {
  return Array.from({ length: count }, (_, index) => {
    const [section, sectionTitle] = SECTIONS[index % SECTIONS.length] ?? SECTIONS[0];
    const round = Math.floor(index / SECTIONS.length);
    const [name, statement] = SUBJECTS[round % SUBJECTS.length] ?? SUBJECTS[0];
    const again = Math.floor(round / SUBJECTS.length);
    return {
      id: `${section}.${name}${again === 0 ? '' : `-${again + 1}`}`,
      section,
      sectionTitle,
      level: index % 13 === 12 ? 'should' : index % 29 === 28 ? 'may' : 'must',
      standing: index % 17 === 16 ? 'unclear' : index % 23 === 22 ? 'interop' : 'settled',
      statement: `${sectionTitle} ${statement}`,
      source: {
        label: `MediaStream Recording, ${sectionTitle} step ${1 + (index % 15)}`,
        url: 'https://w3c.github.io/mediacapture-record/#mediarecorder-api',
      },
    };
  }).sort(
    (a, b) => SECTIONS.findIndex(([id]) => id === a.section) - SECTIONS.findIndex(([id]) => id === b.section),
  );
}
