import { loadBuiltIn, loadManifest, knownDurations, type Mutant } from '../suite.ts';
import type { RuleSnapshot } from '../../protocol/index.ts';
import { controlsFor, falseAlarmsIn, type FalseAlarm } from './controls.ts';
import { EXCUSED } from './excused.ts';
import { planTrials, provableRules, type Trial } from './plan.ts';
import type { MutantRecord } from './record.ts';
import { runTrials, type ProofTools } from './run.ts';
import { judgeProof, troubledIn, type Proof } from './verdict.ts';

// On a busy machine a case may miss what it should notice, or a source may fail; with little beside it, it does not.
const WORKERS_OF_SECOND_TRY = 2;
const MOST_TRIED_TWICE = 60;

/** What is proved, and with what. */
export interface ProofRequest extends ProofTools {
  /** Which mutants are tried; all of them unless it says otherwise. */
  readonly wants?: (mutant: Mutant) => boolean;
  /** Hears how far it is. */
  readonly say: (line: string) => void;
}

/** A proof, and the rules of the suite that a mutant can break. */
export interface Proved {
  readonly proof: Proof;
  readonly rules: readonly RuleSnapshot[];
}

/** Tries the mutants of the suite, and what they are made of, and holds what was seen against what they declare. */
export async function proveSuite({ wants = () => true, say, ...tools }: ProofRequest): Promise<Proved> {
  const manifest = await loadManifest();
  const { mutants } = await loadBuiltIn();
  const wanted = mutants.list.filter(wants);
  const trials = planTrials(manifest, wanted, await knownDurations());
  const rules = provableRules(manifest);
  const whole = wanted.length === mutants.list.length;
  // A part of the mutants says nothing of the rules that the others break.
  const judge = ({ records, alarms }: Pass): Proof =>
    judgeProof(records, whole ? rules : [], whole ? EXCUSED : new Map(), alarms);
  say(`${trials.length} mutants in ${tools.browser.name}`);
  const first = await pass(trials, tools);
  const troubled = troubledIn(judge(first));
  if (troubled.size === 0 || troubled.size > MOST_TRIED_TWICE) return { proof: judge(first), rules };
  say(`once more with little beside them: ${[...troubled].join(', ')}`);
  const again = trials.filter(({ mutant }) => troubled.has(mutant.name));
  const second = await pass(again, { ...tools, workers: WORKERS_OF_SECOND_TRY });
  const kept = first.records.filter(({ mutant }) => !troubled.has(mutant.name));
  return { proof: judge({ records: [...kept, ...second.records], alarms: second.alarms }), rules };
}

interface Pass {
  readonly records: readonly MutantRecord[];
  readonly alarms: readonly FalseAlarm[];
}

async function pass(trials: readonly Trial[], tools: ProofTools): Promise<Pass> {
  const records = await runTrials(trials, tools);
  const controls = await runTrials(controlsFor(records, trials), { ...tools, told: () => undefined });
  return { records, alarms: falseAlarmsIn(controls) };
}
