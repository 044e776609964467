import { decode, Results, SCHEMA_VERSION } from '../../harness/protocol/index.ts';
import { Random } from './random.ts';
import { sampleAttempts } from './sample-attempts.ts';
import { sampleMetrics } from './sample-metrics.ts';
import { sampleRules } from './sample-rules.ts';
import { sampleTargets } from './sample-targets.ts';

/** How large a sample is to be. */
export interface SampleSize {
  readonly targets: number;
  readonly rules: number;
  readonly casesPerRule: number;
  readonly seed?: number;
}

const SOURCES = ['canvas', 'audio', 'both', 'fake-camera', 'peer'] as const;
const TYPES = [
  'video/webm;codecs=vp8',
  'video/mp4;codecs=avc1',
  'audio/webm;codecs=opus',
  'audio/ogg',
] as const;

/** How a rule and a target together are likely to end; some rules fail everywhere, some only in one engine. */
function verdictOf(rule: number, target: number, random: Random): string {
  if (rule % 41 === 7) return 'fail';
  if (rule % 19 === 5 && target % 3 === 1) return 'fail';
  if (rule % 31 === 11 && target % 3 === 2) return 'unsupported';
  if (rule % 37 === 13 && target % 3 === 2) return 'blocked';
  const dice = random.below(1000);
  if (dice < 30) return 'fail';
  if (dice < 40) return 'flaky';
  if (dice < 44) return 'timeout';
  if (dice < 47) return 'crash';
  return dice < 48 ? 'harness-error' : 'pass';
}

function environment(engine: string): unknown {
  const rate = engine === 'firefox' ? 0.96 : 1.01;
  return {
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) ${engine}`,
    secureContext: true,
    audioClockRate: rate,
    canvasFrameRate: engine === 'firefox' ? 24.1 : 30.3,
    findings: {
      'canvas-capture': { status: 'available', evidence: 'captured canvas frames arrive at 30 per second' },
      'audio-clock': { status: 'available', evidence: `the audio clock runs at ${rate} of real time` },
      'fake-camera': { status: 'available', evidence: 'the camera opens' },
      'fake-microphone':
        engine === 'webkit'
          ? { status: 'blocked', evidence: 'getUserMedia() was rejected: NotFoundError' }
          : { status: 'available', evidence: 'the microphone opens' },
    },
    facts: [{ name: 'WebCodecs encoders', value: 'VP8, VP9, Opus' }],
  };
}

/** What a failing case recorded is kept, as a run keeps it. */
function withRecording(attempts: readonly object[], target: string, nth: number): readonly object[] {
  const file = `recordings/${target}/${nth}-sample.wav`;
  return attempts.map((attempt, index) =>
    index === 0 ? { ...attempt, recording: { file, mimeType: 'audio/wav', bytes: 8044 } } : attempt,
  );
}

/** Results as a run could have written them, made up from a seed. */
export function sampleResults(size: SampleSize): Results {
  const random = new Random(size.seed ?? 7);
  const rules = sampleRules(size.rules);
  const startedAt = '2026-11-20T09:30:00.000Z';
  const paramsOf = (index: number): string =>
    index === 0
      ? ''
      : `;mimeType=${encodeURIComponent(TYPES[index % TYPES.length] ?? '')};source=${SOURCES[index % SOURCES.length] ?? ''}`;
  const targets = sampleTargets(size.targets).map((target, targetIndex) => ({
    ...target,
    environment: environment(target.engine),
    startedAt,
    durationMs: 42_000 + targetIndex * 900,
    complete: true,
    incidents:
      targetIndex === 1 ? [{ at: startedAt, message: 'the browser was started again after a crash' }] : [],
    cases: rules.flatMap((rule, ruleIndex) =>
      Array.from({ length: size.casesPerRule }, (_, caseIndex) => {
        const verdict = verdictOf(ruleIndex, targetIndex, random);
        const attempts = sampleAttempts(verdict, random);
        const recorded = caseIndex === 0 && verdict === 'fail';
        return {
          id: `${rule.id}${paramsOf(caseIndex)}`,
          rule: rule.id,
          verdict,
          attempts: recorded ? withRecording(attempts, target.id, ruleIndex) : attempts,
        };
      }),
    ),
    metrics: sampleMetrics(random, targetIndex % 3),
  }));
  const raw = {
    schemaVersion: SCHEMA_VERSION,
    suite: { version: '0.1.0', specRevision: "Editor's Draft, 12 March 2026" },
    rules,
    options: { retries: 1, workers: 4 },
    seed: size.seed ?? 7,
    startedAt,
    durationMs: 61_000,
    machine: { platform: 'linux', arch: 'x64', cores: 2, node: '20.20.0' },
    notRun: [],
    targets,
  };
  return decode(Results, raw, 'the sample');
}
