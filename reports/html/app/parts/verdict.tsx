import type { VNode } from 'preact';
import type { Verdict } from '../../../../harness/protocol/index.ts';
import { VERDICT_WORDS } from '../../view/words.ts';

/** Every verdict has a shape of its own, so that nobody needs the colours. */
const SHAPES: Readonly<Record<Verdict | 'none', VNode>> = {
  pass: (
    <>
      <circle cx="8" cy="8" r="7" class="fill" />
      <path d="M4.7 8.3l2.3 2.3 4.4-4.9" class="line" />
    </>
  ),
  fail: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" class="fill" />
      <path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" class="line" />
    </>
  ),
  flaky: (
    <>
      <path d="M8 .8L15.2 8 8 15.2.8 8z" class="fill" />
      <path d="M4.6 8.4c1.2-1.8 2.3-1.8 3.4-.2s2.3 1.5 3.4-.4" class="line" />
    </>
  ),
  timeout: (
    <>
      <circle cx="8" cy="8" r="6.2" class="ring" />
      <path d="M8 4.5V8l2.4 1.7" class="hand" />
    </>
  ),
  crash: (
    <>
      <path d="M8 .9l7.3 13.4H.7z" class="fill" />
      <path d="M8 5.8v4M8 12v.1" class="line" />
    </>
  ),
  'harness-error': (
    <>
      <path d="M4.8 1.5h6.4l3.3 6.5-3.3 6.5H4.8L1.5 8z" class="ring" />
      <path d="M8 4.8v4M8 11v.1" class="hand" />
    </>
  ),
  blocked: (
    <>
      <circle cx="8" cy="8" r="6.2" class="ring" />
      <path d="M3.8 12.2l8.4-8.4" class="hand" />
    </>
  ),
  unsupported: <path d="M3.5 8h9" class="hand" />,
  none: <circle cx="8" cy="8" r="1.5" class="fill" />,
};

/** The mark of a verdict; its words stand beside it or in a label around it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict | undefined }): VNode {
  return (
    <svg class={`mark v-${verdict ?? 'none'}`} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[verdict ?? 'none']}
    </svg>
  );
}

/** The mark of a verdict with its word. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict | undefined }): VNode {
  return (
    <span class={`verdict t-${verdict ?? 'none'}`}>
      <VerdictMark verdict={verdict} />
      {verdict === undefined ? 'Not run' : VERDICT_WORDS[verdict]}
    </span>
  );
}
