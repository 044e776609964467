import type { VNode } from 'preact';
import { plural } from '../../../plural.ts';
import type { Model, TargetView } from '../../view/model.ts';
import { FindingList } from '../case/surroundings.tsx';
import { durationWords, momentWords } from '../../view/words.ts';

function Rate({ of, unit }: { readonly of: number | null; readonly unit: string }): VNode {
  return <>{of === null ? 'not measured' : `${of.toFixed(2)} ${unit}`}</>;
}

function TargetFacts({ view }: { readonly view: TargetView }): VNode {
  const { target } = view;
  const { environment } = target;
  return (
    <article class="card">
      <h2>{view.long}</h2>
      <dl class="facts">
        <div>
          <dt>Driver</dt>
          <dd>{target.browser.driver}</dd>
        </div>
        <div>
          <dt>Took</dt>
          <dd>{durationWords(target.durationMs)}</dd>
        </div>
        {environment === null ? null : (
          <>
            <div>
              <dt>Audio clock</dt>
              <dd>
                <Rate of={environment.audioClockRate} unit="of real time" />
              </dd>
            </div>
            <div>
              <dt>Canvas capture</dt>
              <dd>
                <Rate of={environment.canvasFrameRate} unit="frames a second" />
              </dd>
            </div>
            <div>
              <dt>User agent</dt>
              <dd>
                <code>{environment.userAgent}</code>
              </dd>
            </div>
          </>
        )}
      </dl>
      {environment === null ? (
        <p class="notice small">The probe never answered.</p>
      ) : (
        <FindingList of={Object.entries(environment.findings)} />
      )}
      {environment === null || environment.facts.length === 0 ? null : (
        <details class="options">
          <summary>
            {plural(environment.facts.length, 'finding')} beside these, on which nothing depends
          </summary>
          <dl class="found-list">
            {environment.facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {target.incidents.map((incident) => (
        <p key={incident.at + incident.message} class="notice small">
          {momentWords(incident.at)}: {incident.message}
        </p>
      ))}
    </article>
  );
}

/** On what machine, in which browsers and with which options the run was made. */
export function MachineView({ model }: { readonly model: Model }): VNode {
  const { results } = model;
  const options = Object.entries(results.options);
  return (
    <>
      <h1>Machine and browsers</h1>
      <dl class="facts">
        <div>
          <dt>Machine</dt>
          <dd>
            {results.machine.platform} {results.machine.arch}, {plural(results.machine.cores, 'core')}, Node{' '}
            {results.machine.node}
          </dd>
        </div>
        <div>
          <dt>Run</dt>
          <dd>
            {momentWords(results.startedAt)}, {durationWords(results.durationMs)}, seed {results.seed}
          </dd>
        </div>
      </dl>
      <details class="options">
        <summary>{plural(options.length, 'option')} of the run</summary>
        <dl class="facts">
          {options.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <div class="stack">
        {model.targets.map((view) => (
          <TargetFacts key={view.target.id} view={view} />
        ))}
      </div>
    </>
  );
}
