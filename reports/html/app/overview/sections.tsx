import type { VNode } from 'preact';
import type { Model } from '../../view/model.ts';
import { rulesHref } from '../../view/route.ts';
import { StandingsBar } from '../parts/bar.tsx';
import { TargetHead } from '../parts/target-head.tsx';

/** The must-rules of each section in each target. */
export function SectionTable({ model }: { readonly model: Model }): VNode {
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">By section of the specification</h2>
      <div class="scroll card" tabIndex={0} role="region" aria-label="Sections by target">
        <table class="plain">
          <caption class="sr">Must-rules kept of rules decided, by section and target</caption>
          <TargetHead of="Section" model={model} />
          <tbody>
            {model.summary.sections.map((section) => (
              <tr key={section.id}>
                <th scope="row">
                  <a href={rulesHref({ sections: [section.id] })}>{section.title}</a>
                </th>
                {section.cells.map((cell, index) => (
                  <td key={model.targets[index]?.target.id}>
                    <span class={cell.kept < cell.decided ? 'ratio broken' : 'ratio'}>
                      {cell.decided === 0 ? 'none decided' : `${cell.kept} of ${cell.decided}`}
                    </span>
                    <StandingsBar of={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
