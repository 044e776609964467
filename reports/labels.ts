import type { Subject, Target } from '../harness/protocol/index.ts';

/** The subject as a person says it; nothing for a browser's own recorder. */
export function subjectLabel({ kind, name, version, declaration }: Subject): string {
  const called = declaration?.name ?? fileName(name);
  switch (kind) {
    case 'native':
      return '';
    case 'reference':
      return 'reference recorder';
    case 'mutant':
      return `mutant ${name}`;
    case 'polyfill':
      return version === undefined ? called : `${called} ${version}`;
  }
}

/** The file that a path leads to; a package is called by its whole name, though a scope looks like a folder. */
function fileName(name: string): string {
  return name.startsWith('@') ? name : (name.split(/[\\/]/).at(-1) ?? name);
}

/** A browser with as much of its version as tells it apart for people: WebKit numbers need two parts. */
function browserLabel({ browser, engine }: Target): string {
  const parts = browser.version.split('.');
  const short = parts.slice(0, engine === 'webkit' ? 2 : 1).join('.');
  return `${browser.name} ${short}`.trim();
}

/** A target with its full version. */
export function longLabel(target: Target): string {
  const subject = subjectLabel(target.subject);
  const browser = `${target.browser.name} ${target.browser.version}`.trim();
  return subject === '' ? browser : `${subject} in ${browser}`;
}

function shortLabel(target: Target): string {
  const subject = subjectLabel(target.subject);
  return subject === '' ? browserLabel(target) : `${subject} in ${browserLabel(target)}`;
}

/** A short name for every target, by its id; names that would be the same get longer until they differ. */
export function targetLabels(targets: readonly Target[]): ReadonlyMap<string, string> {
  const unique = (name: (target: Target) => string, target: Target): boolean =>
    targets.filter((other) => name(other) === name(target)).length === 1;
  return new Map(
    targets.map((target) => {
      if (unique(shortLabel, target)) return [target.id, shortLabel(target)];
      return [
        target.id,
        unique(longLabel, target) ? longLabel(target) : `${longLabel(target)} (${target.id})`,
      ];
    }),
  );
}
