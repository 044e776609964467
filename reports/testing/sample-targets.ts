/** What a sample says of a browser. */
export interface SampleTarget {
  readonly id: string;
  readonly engine: string;
  readonly browser: { readonly name: string; readonly version: string; readonly driver: string };
  readonly subject: { readonly kind: string; readonly name: string; readonly version?: string };
}

const ENGINES = [
  ['chromium', 'Chromium', 156, 'puppeteer'],
  ['firefox', 'Firefox', 153, 'puppeteer'],
  ['webkit', 'WebKitGTK', 2.52, 'webdriver'],
] as const;

const SUBJECTS = [
  { kind: 'native', name: 'native' },
  { kind: 'polyfill', name: 'opus-media-recorder', version: '0.8.0' },
  { kind: 'reference', name: 'reference' },
] as const;

/** Browsers of several versions, then polyfills and the reference in them. */
export function sampleTargets(count: number): readonly SampleTarget[] {
  return Array.from({ length: count }, (_, index) => {
    const [engine, name, newest, driver] = ENGINES[index % ENGINES.length] ?? ENGINES[0];
    const round = Math.floor(index / ENGINES.length);
    const subject = SUBJECTS[round % SUBJECTS.length] ?? SUBJECTS[0];
    const age = Math.floor(round / SUBJECTS.length);
    const version =
      engine === 'webkit' ? `${(newest - age * 0.02).toFixed(2)}.6` : `${newest - age}.0.${7000 + index}.1`;
    return {
      id: `${engine}-${version}-${subject.name}`,
      engine,
      browser: { name, version, driver },
      subject,
    };
  });
}
