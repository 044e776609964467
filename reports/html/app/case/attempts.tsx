import type { VNode } from 'preact';
import type { Attempt, CaseResult } from '../../../../harness/protocol/index.ts';
import { evidence } from '../../../failures.ts';
import { durationWords } from '../../view/words.ts';
import { VerdictBadge } from '../parts/verdict.tsx';

function OutcomeBadge({ attempt }: { readonly attempt: Attempt }): VNode {
  if (attempt.outcome === 'collateral') return <span class="verdict">Lost with a neighbour, not judged</span>;
  return <VerdictBadge verdict={attempt.outcome} />;
}

/** A value as it came; that nothing came is said, for an empty box says nothing. */
function Value({ text }: { readonly text: string }): VNode {
  return text === '' ? <p class="quiet">the empty string</p> : <pre>{text}</pre>;
}

/** What was expected and what was seen, side by side; a message alone where that is all there is. */
export function Evidence({ attempt }: { readonly attempt: Attempt | undefined }): VNode | null {
  const { message, expected, actual } = evidence(attempt);
  if (message === '') return null;
  return (
    <div class="evidence">
      {expected === undefined ? null : (
        <div class="expected">
          <h2>Expected</h2>
          <Value text={expected} />
        </div>
      )}
      {actual === undefined ? null : (
        <div class="actual">
          <h2>Seen</h2>
          <Value text={actual} />
        </div>
      )}
      <p class="message">{message}</p>
    </div>
  );
}

/** All attempts of a case, in the order in which they were made. */
export function Attempts({ result }: { readonly result: CaseResult }): VNode {
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts">Attempts</h2>
      <ol class="attempts">
        {result.attempts.map((attempt, index) => (
          <li key={index} class="card">
            <p>
              <OutcomeBadge attempt={attempt} />{' '}
              <span class="quiet">after {durationWords(attempt.durationMs)}</span>
              {attempt.reading === undefined ? null : (
                <span class="quiet"> · reading: {attempt.reading}</span>
              )}
            </p>
            {attempt.outcome === 'pass' ? null : <p class="message">{attempt.message}</p>}
            {'lastStep' in attempt && attempt.lastStep !== undefined ? (
              <p class="quiet">Last step: {attempt.lastStep}</p>
            ) : null}
            {(attempt.notes ?? []).map((note) => (
              <p key={note} class="quiet">
                {note}
              </p>
            ))}
            {'stack' in attempt && attempt.stack !== undefined ? (
              <details>
                <summary>Stack</summary>
                <pre tabIndex={0} role="region" aria-label={`Stack of attempt ${index + 1}`}>
                  {attempt.stack}
                </pre>
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
