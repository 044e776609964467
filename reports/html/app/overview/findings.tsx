import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import type { Verdict } from '../../../../harness/protocol/index.ts';
import { speakers, type Finding } from '../../../findings.ts';
import type { Model } from '../../view/model.ts';
import type { RulesQuery } from '../../view/query.ts';
import { caseHref, rulesHref } from '../../view/route.ts';
import { VerdictMark } from '../parts/verdict.tsx';
import { isBroken } from '../../../summary.ts';
import { unreachable } from '../../../unreachable.ts';

const SHOWN = 4;
/** Alone on the page a finding has room for more. */
const SHOWN_ALONE = 12;

const FIRM = { levels: ['must'], standings: ['settled', 'recent'] } as const satisfies Partial<RulesQuery>;

function titleOf({ kind, engine }: Finding, model: Model): string {
  switch (kind) {
    case 'broken':
      return 'Broken';
    case 'everywhere':
      return 'Broken in every engine';
    case 'only':
      return `Broken only in ${model.engines.find(({ id }) => id === engine)?.label ?? 'one engine'}`;
    case 'disagree':
      return 'Engines differ';
    case 'unsteady':
      return 'Flaky, hanging or crashing';
    default:
      return unreachable(kind);
  }
}

function hrefOf({ kind, engine }: Finding): string {
  switch (kind) {
    case 'broken':
    case 'everywhere':
      return rulesHref({ ...FIRM, where: 'fails-everywhere' });
    case 'only':
      return rulesHref({ ...FIRM, where: `fails-only-${engine ?? ''}` });
    case 'disagree':
      return rulesHref({ ...FIRM, where: 'disagree' });
    case 'unsteady':
      return rulesHref({ ...FIRM, verdicts: ['flaky', 'timeout', 'crash'] });
    default:
      return unreachable(kind);
  }
}

/** Whether a verdict is an instance of what a finding tells. */
function shows({ kind }: Finding, verdict: Verdict | undefined): boolean {
  if (verdict === undefined || !isBroken(verdict)) return false;
  return kind !== 'unsteady' || verdict !== 'fail';
}

function FindingCard({ finding, model }: { readonly finding: Finding; readonly model: Model }): VNode {
  const shown = finding.kind === 'broken' ? SHOWN_ALONE : SHOWN;
  return (
    <article class="card finding">
      <h3>
        {titleOf(finding, model)} <small>{plural(finding.rules.length, 'must-rule')}</small>
      </h3>
      <ul>
        {finding.rules.slice(0, shown).map(({ rule, verdicts }) => {
          const index = verdicts.findIndex((verdict) => shows(finding, verdict));
          const target = model.targets[index];
          const row = model.rows.find((entry) => entry.rule.id === rule.id);
          const result = row?.cells[index]?.cases.find(({ verdict }) => shows(finding, verdict));
          return (
            <li key={rule.id}>
              <VerdictMark verdict={verdicts[index]} />
              <a href={caseHref(target?.target.id ?? '', result?.id ?? rule.id)}>{rule.statement}</a>
            </li>
          );
        })}
      </ul>
      <a class="more" href={hrefOf(finding)}>
        {finding.rules.length > shown ? `All ${finding.rules.length} rules` : 'Show in the matrix'}
        <span class="sr">: {titleOf(finding, model)}</span>
      </a>
    </article>
  );
}

/** The findings that matter most. */
export function Findings({ model }: { readonly model: Model }): VNode | null {
  if (model.findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">What matters most</h2>
      {speakers(model.results.targets).every((speaks) => speaks) ? null : (
        <p class="quiet note">
          The newest native recorder of each engine speaks here; older versions, polyfills and other recorders
          are in the matrix.
        </p>
      )}
      <div class="cards wide">
        {model.findings.map((finding) => (
          <FindingCard key={finding.kind + (finding.engine ?? '')} finding={finding} model={model} />
        ))}
      </div>
    </section>
  );
}
