import type { Results } from '../harness/protocol/index.ts';

/** The results themselves, in the form that their schema describes. */
export function jsonReport(results: Results): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
