import type { Fact } from '../../protocol/index.ts';
import type { InstalledBrowser } from '../browser.ts';
import type { Host } from '../discover/index.ts';
import { insideRoot } from '../provide/inside-root.ts';

/** The first listing after an installation loads every plugin, which takes a slow machine minutes. */
const LIMIT_MS = 180_000;

/** The elements through which WebKit records, by what they are for. */
const ELEMENTS = [
  ['autovideoflip', 'every video track'],
  ['vp8enc', 'VP8'],
  ['vp9enc', 'VP9'],
  ['x264enc', 'H.264'],
  ['openh264enc', 'H.264'],
  ['opusenc', 'Opus'],
  ['avenc_aac', 'AAC'],
  ['fdkaacenc', 'AAC'],
  ['webmmux', 'WebM'],
  ['mp4mux', 'MP4'],
  ['oggmux', 'Ogg'],
] as const;

/** One listing of all elements is quicker than a question for each. */
const SCRIPT = `gst-inspect-1.0 --version | sed -n 's/^GStreamer //p'
gst-inspect-1.0 | sed -n 's/^[^:]*: *\\([a-z0-9_]*\\): .*/\\1/p'`;

/** What the media libraries beneath a browser offer, asked from them and not from the browser. */
export async function probeMediaStack(host: Host, browser: InstalledBrowser): Promise<readonly Fact[]> {
  if (browser.engine !== 'webkit' || browser.driver !== 'webdriver' || host.platform !== 'linux') return [];
  const command = ['sh', '-c', SCRIPT];
  const answer = await host.ask(
    browser.root === undefined ? command : insideRoot({ root: browser.root, command }),
    LIMIT_MS,
  );
  if (answer.kind !== 'exited') return [{ name: 'GStreamer', value: `could not be asked: ${answer.reason}` }];
  return readMediaStack(answer.output);
}

/** Reads the answer: the version, then the elements that are there. */
export function readMediaStack(output: string): readonly Fact[] {
  const lines = output.split('\n').map((line) => line.trim());
  const version = lines.find((line) => /^\d+\.\d+/.test(line));
  if (version === undefined) {
    return [{ name: 'GStreamer', value: 'could not be asked: gst-inspect-1.0 is not installed' }];
  }
  const there = ELEMENTS.filter(([element]) => lines.includes(element));
  const lacking = ELEMENTS.filter(([element]) => !lines.includes(element));
  const named = (elements: readonly (readonly [string, string])[]): string =>
    elements.map(([element, use]) => `${element} (${use})`).join(', ') || 'none';
  return [
    { name: 'GStreamer', value: version },
    { name: 'GStreamer elements', value: named(there) },
    { name: 'GStreamer elements missing', value: named(lacking) },
  ];
}
