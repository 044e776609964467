import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Model } from '../view/model.ts';
import { formatsOf } from '../view/formats.ts';
import type { Route } from '../view/route.ts';
import { momentWords } from '../view/words.ts';
import { ThemeChoice } from './theme.tsx';
import { plural } from '../../plural.ts';

type View = Route['view'];

/** The views that have something to show, in the order of the navigation. */
function tabs(
  model: Model,
): readonly { readonly view: View; readonly href: string; readonly label: string }[] {
  const measured = model.results.targets.some(({ metrics }) => metrics.length > 0);
  const comparable = model.targets.length > 1 || model.payload.comparison !== undefined;
  return [
    { view: 'overview', href: '#/', label: 'At a glance' },
    { view: 'rules', href: '#/rules', label: 'Rules' },
    ...(formatsOf(model).containers.length > 0
      ? [{ view: 'formats' as const, href: '#/formats', label: 'Formats' }]
      : []),
    ...(measured ? [{ view: 'measured' as const, href: '#/measured', label: 'Measured' }] : []),
    ...(comparable ? [{ view: 'compare' as const, href: '#/compare', label: 'Comparison' }] : []),
    { view: 'machine', href: '#/machine', label: 'Machine' },
  ];
}

/** The frame around every view: name, navigation, what is shown, where it came from. */
export function Shell(props: {
  readonly model: Model;
  readonly view: View;
  readonly children: ComponentChildren;
}): VNode {
  const { model, view, children } = props;
  const main = useRef<HTMLElement>(null);
  const tabsList = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // A view that replaced another starts at its top, for eyes and for screen readers alike.
    if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
    // On a phone the tabs are wider than the screen.
    const tab = tabsList.current?.querySelector<HTMLElement>('[aria-current]');
    if (tabsList.current !== null && tab) tabsList.current.scrollLeft = tab.offsetLeft - 60;
  }, [view]);
  const { results } = model;
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the content
      </a>
      <header class="top">
        <div class="top-in">
          <a class="brand" href="#/">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="10" class="outer" />
              <circle cx="12" cy="12" r="4.5" class="inner" />
            </svg>
            <span>
              MediaRecorder <b>conformance</b>
            </span>
          </a>
          <nav aria-label="Views" ref={tabsList}>
            {tabs(model).map((tab) => (
              <a
                key={tab.view}
                href={tab.href}
                aria-current={
                  tab.view === view || (view === 'case' && tab.view === 'rules') ? 'page' : undefined
                }
              >
                {tab.label}
              </a>
            ))}
          </nav>
          <ThemeChoice />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} class={`view-${view}`}>
        {model.summary.complete ? null : (
          <p class="notice" role="note">
            <b>This run is incomplete.</b>{' '}
            {results.notRun.length > 0
              ? `${plural(results.notRun.length, 'case')} ${results.notRun.length === 1 ? 'was' : 'were'} not run everywhere.`
              : 'Some targets did not finish.'}
          </p>
        )}
        {children}
      </main>
      <footer class="foot">
        <p>
          mediarecorder-conformance {results.suite.version} · {results.suite.specRevision} · run on{' '}
          {momentWords(results.startedAt)} · seed {results.seed}
        </p>
      </footer>
    </>
  );
}
