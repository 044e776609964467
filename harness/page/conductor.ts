import type { PageSetup } from '../protocol/index.ts';
import { Channel } from './channel.ts';
import { probe } from './probe/index.ts';
import { readSetup } from './setup.ts';

type LaneSeat = PageSetup['lanes'][number];

/** Probes the browser, then opens the lanes and keeps them open, a fresh one for each that the server gives up. */
export async function conduct(): Promise<void> {
  const setup = readSetup();
  const channel = new Channel(`${setup.channel}/${setup.sender}`);
  // Probing may take long where something is missing; the page lives all the while.
  void openWhenProbed(setup, channel);
  for (;;) {
    const reply = await channel.send({ kind: 'beat', case: null, step: null });
    if (reply.kind === 'done') return;
    if (reply.kind === 'renew') for (const seat of reply.lanes) open(seat);
    await new Promise((resolve) => {
      setTimeout(resolve, setup.beatMs);
    });
  }
}

async function openWhenProbed(setup: PageSetup, channel: Channel): Promise<void> {
  try {
    await channel.send({ kind: 'probed', environment: await probe(setup.needs) });
    for (const seat of setup.lanes) open(seat);
  } catch (error) {
    await channel.send({ kind: 'broken', message: `the probe failed: ${String(error)}` });
  }
}

/** Lanes must be visible: hidden frames get no animation frames. */
function open(seat: LaneSeat): void {
  document.querySelector(`iframe[name="${seat.name}"]`)?.remove();
  const frame = document.createElement('iframe');
  frame.name = seat.name;
  frame.allow = 'camera *; microphone *; autoplay *; display-capture *; cross-origin-isolated *';
  frame.src = seat.url;
  document.body.append(frame);
}
