import type { Results } from '../harness/protocol/index.ts';
import { targetLabels } from './labels.ts';
import { summarise } from './summary.ts';
import { attribute, content } from './xml.ts';
import { plural } from './plural.ts';

const LABEL = 'MediaRecorder';

/** What a badge says: rules kept of rules decided, for one target; for several, the range that they span. */
function words(results: Results): { readonly message: string; readonly good: boolean } {
  const { targets, complete } = summarise(results);
  const decided = targets.filter(({ conformance }) => conformance.decided > 0);
  const [only, ...others] = decided;
  if (only === undefined) return { message: 'nothing decided', good: false };
  const unfinished = complete ? '' : ', incomplete';
  if (others.length === 0) {
    const name = targetLabels(results.targets).get(only.target) ?? only.target;
    const { kept, decided: of } = only.conformance;
    return { message: `${kept} of ${plural(of, 'must-rule')} in ${name}${unfinished}`, good: kept === of };
  }
  const ranked = decided
    .map(({ conformance }) => conformance)
    .toSorted((a, b) => a.kept / a.decided - b.kept / b.decided);
  const [worst, best] = [ranked[0] ?? only.conformance, ranked.at(-1) ?? only.conformance];
  return {
    message: `${worst.kept} of ${worst.decided} to ${best.kept} of ${plural(best.decided, 'must-rule')} in ${plural(decided.length, 'target')}${unfinished}`,
    good: worst.kept === worst.decided,
  };
}

/** The badge as the JSON endpoint that badge services read. */
export function badgeJson(results: Results): string {
  const { message, good } = words(results);
  return `${JSON.stringify({ schemaVersion: 1, label: LABEL, message, color: good ? 'brightgreen' : 'orange' }, null, 2)}\n`;
}

/** The badge as a picture. */
export function badgeSvg(results: Results): string {
  const { message, good } = words(results);
  // Nobody measures text here, so each half says how long its text is to be.
  const wide = (text: string): number => Math.round(text.length * 6.3);
  const [left, right] = [wide(LABEL) + 16, wide(message) + 16];
  const title = `${LABEL}: ${message}`;
  const text = (x: number, words: string): string =>
    `<text x="${x + 8}" y="14" textLength="${wide(words)}" lengthAdjust="spacingAndGlyphs">${content(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${attribute(title)}">`,
    `  <title>${content(title)}</title>`,
    `  <clipPath id="r"><rect width="${left + right}" height="20" rx="4"/></clipPath>`,
    '  <g clip-path="url(#r)">',
    `    <rect width="${left}" height="20" fill="#3b3f46"/>`,
    `    <rect x="${left}" width="${right}" height="20" fill="${good ? '#1b7f4b' : '#9a4a12'}"/>`,
    '  </g>',
    '  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">',
    `    ${text(0, LABEL)}`,
    `    ${text(left, message)}`,
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}
