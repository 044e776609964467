import { render, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { unreachable } from '../../unreachable.ts';
import type { Payload } from '../payload.ts';
import { modelOf, type Model } from '../view/model.ts';
import type { Route } from '../view/route.ts';
import { CaseView } from './case/view.tsx';
import { loadPayload } from './load.ts';
import { useRoute } from './navigation.ts';
import { CompareView } from './others/compare.tsx';
import { FormatsView } from './others/formats.tsx';
import { MeasuredView } from './measured/view.tsx';
import { MachineView } from './others/machine.tsx';
import { Overview } from './overview/view.tsx';
import { RulesView } from './rules/view.tsx';
import { Shell } from './shell.tsx';
import './styles/index.css';

function View({ model, route }: { readonly model: Model; readonly route: Route }): VNode {
  switch (route.view) {
    case 'overview':
      return <Overview model={model} />;
    case 'rules':
      return <RulesView model={model} query={route.query} />;
    case 'case':
      return <CaseView model={model} route={route} />;
    case 'formats':
      return <FormatsView model={model} />;
    case 'measured':
      return <MeasuredView model={model} />;
    case 'compare':
      return <CompareView model={model} before={route.before} after={route.after} />;
    case 'machine':
      return <MachineView model={model} />;
    default:
      return unreachable(route);
  }
}

function App({ payload }: { readonly payload: Payload }): VNode {
  const model = useMemo(() => modelOf(payload), [payload]);
  const route = useRoute();
  return (
    <Shell model={model} view={route.view}>
      <View model={model} route={route} />
    </Shell>
  );
}

/** Shows the results, or why they cannot be shown. */
async function start(root: Element): Promise<void> {
  try {
    const payload = await loadPayload();
    performance.mark('results-read');
    root.textContent = '';
    render(<App payload={payload} />, root);
    performance.mark('report-drawn');
    document.documentElement.dataset['ready'] = 'true';
  } catch (error) {
    root.textContent = `The report could not be opened: ${String(error)}`;
    throw error;
  }
}

const root = document.querySelector('#app');
if (root !== null) void start(root);
