import type { Finding } from '../../protocol/index.ts';
import { within } from './within.ts';

const DEVICE_LIMIT_MS = 30_000;

/** Whether a fake device opens without anybody being asked. */
export async function probeDevice(device: string, constraints: MediaStreamConstraints): Promise<Finding> {
  if (!('mediaDevices' in navigator)) {
    return { status: 'unsupported', evidence: 'there is no navigator.mediaDevices' };
  }
  try {
    const opened = await within(DEVICE_LIMIT_MS, navigator.mediaDevices.getUserMedia(constraints));
    if (opened.kind === 'too late') {
      return {
        status: 'blocked',
        evidence: `getUserMedia() for a ${device} did not settle within ${DEVICE_LIMIT_MS} ms`,
      };
    }
    const [track] = opened.value.getTracks();
    const evidence = `the ${device} "${track?.label ?? ''}" opens`;
    for (const each of opened.value.getTracks()) each.stop();
    return { status: 'available', evidence };
  } catch (error) {
    return { status: 'blocked', evidence: `getUserMedia() for a ${device} failed: ${String(error)}` };
  }
}
