import type { Origin } from '../browser.ts';

/** A name as a word of a command line: `Google Chrome Beta` is `chrome-beta`, `WPE WebKit` is `wpe`. */
export function slug(name: string): string {
  const words = name
    .replace(/^(Google|Microsoft|Mozilla) /, '')
    .replace(/^WPE WebKit$/, 'WPE')
    .toLowerCase();
  return words.replace(/[^a-z0-9.]+/g, '-').replace(/^-|-$/g, '');
}

const PREFIX = {
  system: '',
  playwright: 'playwright-',
  puppeteer: 'puppeteer-',
  npm: 'npm-',
  'debian-root': 'debian-13-',
  path: 'path-',
} as const satisfies Record<Origin, string>;

/** The id of a browser among those of one machine. */
export function browserId(origin: Origin, name: string): string {
  const word = slug(name);
  return word.startsWith(PREFIX[origin]) ? word : `${PREFIX[origin]}${word}`;
}
