/** Cases that misbehave on purpose, each in its own way, among others that behave. */
import { conformance } from '../../../suites/kit/index.ts';
import { readSetup } from '../setup.ts';

const never = new Promise<never>(() => undefined);

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Posts as fast as the page can, for ever. */
async function flood(): Promise<never> {
  const { channel, sender } = readSetup();
  for (;;) {
    for (let post = 0; post < 300; post += 1) {
      void fetch(`${channel}/${sender}`, { method: 'POST', body: '{}' }).catch(() => undefined);
    }
    await wait(10);
  }
}

const DEEDS = {
  loops: () => {
    for (;;);
  },
  'never-settles': () => never,
  // The test kills the process that shows the page as soon as it hears of this step.
  crashes: () => never,
  'closes-window': () => {
    top?.close();
  },
  'leaves-frame': () => {
    location.href = 'about:blank';
    return never;
  },
  'leaves-top': () => {
    if (top !== null) top.location.href = 'about:blank';
    return never;
  },
  'reloads-itself': () => {
    location.reload();
    return never;
  },
  'removes-frame': () => {
    top?.document.querySelector(`iframe[name="${window.name}"]`)?.remove();
    return never;
  },
  alerts: () => {
    alert('Is anybody there?');
  },
  floods: flood,
  'throws-late': () => {
    // More than once: a single error could fall into the moment between two cases.
    for (const ms of [20, 60, 120, 240]) {
      setTimeout(() => {
        throw new Error('too late');
      }, ms);
    }
  },
  'rejects-unheard': async () => {
    void Promise.reject(new Error('unheard'));
    await wait(50);
  },
  'talks-endlessly': () => undefined,
} as const satisfies Record<string, () => unknown>;

const MISDEEDS = [
  'loops',
  'never-settles',
  'crashes',
  'closes-window',
  'leaves-frame',
  'leaves-top',
  'reloads-itself',
  'removes-frame',
  'alerts',
  'floods',
  'throws-late',
  'rejects-unheard',
  'talks-endlessly',
] as const;

/** What one case of the other kind takes: long enough to be in flight when a neighbour misbehaves. */
const NEIGHBOUR_MS = 400;

conformance('state.inactive-at-first', { over: { deed: MISDEEDS } }, async (t, { deed }) => {
  t.trace.note(`about to do it: ${deed}`);
  if (deed === 'talks-endlessly')
    for (let line = 0; line < 60_000; line += 1) t.trace.note('blah'.repeat(80));
  await DEEDS[deed]();
  t.assert.equal(document.readyState, 'complete', 'it came back');
});

conformance(
  'state.constructing-records-nothing',
  { over: { neighbour: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] } },
  async (t) => {
    t.trace.note('minds its own business');
    await wait(NEIGHBOUR_MS);
    t.assert.equal(document.readyState, 'complete', 'it was left alone');
  },
);
