import type { Engine } from '../../protocol/index.ts';
import type { Facts } from './facts.ts';

const ALPINE = { chromium: 'chromium', firefox: 'firefox', webkit: 'webkit2gtk-4.1' } as const;
const FEDORA = { chromium: 'chromium', firefox: 'firefox', webkit: 'webkit2gtk4.1' } as const;
const MACOS = {
  chromium: 'Install Google Chrome ("brew install --cask google-chrome").',
  firefox: 'Install Firefox ("brew install --cask firefox").',
  webkit: 'Run "safaridriver --enable" once and choose it with "--browser safari".',
} as const;
const WINDOWS = {
  chromium: 'Install Google Chrome ("winget install Google.Chrome").',
  firefox: 'Install Firefox ("winget install Mozilla.Firefox").',
  webkit: 'There is no other WebKit for Windows: run this engine in WSL or in a container.',
} as const;

/** What a person can do where nothing can be done by itself. */
export function advice(facts: Facts, engine: Engine): string {
  if (facts.platform === 'darwin') return MACOS[engine];
  if (facts.platform === 'win32') return WINDOWS[engine];
  const line = [facts.distribution?.id ?? '', ...(facts.distribution?.like ?? [])];
  if (line.includes('alpine')) return `Run "apk add ${ALPINE[engine]}" as root.`;
  if (line.includes('fedora')) return `Run "dnf install ${FEDORA[engine]}" as root.`;
  if (engine === 'webkit')
    return 'Run this command as root on Debian or Ubuntu, or in a container of Debian 13 or later.';
  return `Install ${engine} with the system's package manager, or give the path of one with --browser.`;
}
