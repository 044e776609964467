/** Results of one target for tests, by verdict and whether they were expected. */
import { decode, Results, SCHEMA_VERSION } from '../protocol/index.ts';

export function parseLast(
  id: string,
  engine: string,
  cases: readonly (readonly [id: string, verdict: string, expected?: boolean])[],
): Results {
  const at = '2026-01-01T00:00:00Z';
  return decode(
    Results,
    {
      schemaVersion: SCHEMA_VERSION,
      suite: { version: '1', specRevision: '1' },
      rules: [],
      options: {},
      seed: 0,
      startedAt: at,
      durationMs: 1,
      machine: { platform: 'linux', arch: 'x64', cores: 1, node: 'v20' },
      notRun: [],
      targets: [
        {
          id,
          engine,
          browser: { name: 'x', version: '1', driver: 'puppeteer' },
          subject: { kind: 'native', name: 'MediaRecorder' },
          environment: null,
          startedAt: at,
          durationMs: 1,
          complete: true,
          incidents: [],
          metrics: [],
          cases: cases.map(([caseId, verdict, expected]) => ({
            id: caseId,
            rule: caseId,
            verdict,
            attempts: [],
            ...(expected === undefined ? {} : { expected }),
          })),
        },
      ],
    },
    'the last results',
  );
}
