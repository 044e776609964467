import type { PageSetup, SubjectSetup } from '../protocol/index.ts';

/** A script of a subject, and whether it is one of the old kind or a module. */
export interface SubjectScript {
  readonly src: string;
  readonly type: 'classic' | 'module';
}

/** What is put into every realm where cases run, before anything else. */
export interface ServedSubject {
  readonly setup: SubjectSetup;
  readonly scripts: readonly SubjectScript[];
}

/** Text inside a script element must not end it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Text in an element or an attribute must not become markup. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function subjectTags({ setup, scripts }: ServedSubject): string {
  return [
    `<script type="application/json" id="subject">${scriptJson(setup)}</script>`,
    '<script src="/bundle/subject.js"></script>',
    ...scripts.map(
      ({ src, type }) =>
        `<script${type === 'module' ? ' type="module"' : ''} src="${escaped(src)}"></script>`,
    ),
  ].join('\n');
}

/** The page that a browser is told to open: it probes, and holds the lanes. */
export function conductorPage(setup: PageSetup): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>mediarecorder-conformance</title>
<style>
  body { margin: 0; display: grid; grid-template-columns: repeat(4, 1fr); gap: 2px; }
  iframe { border: 0; width: 100%; height: 170px; }
</style>
</head>
<body>
<script type="application/json" id="setup">${scriptJson(setup)}</script>
<script src="/bundle/conductor.js"></script>
</body>
</html>
`;
}

/** The page of one lane; the subject is installed before anything else runs, and other suites before the lane. */
export function lanePage(setup: PageSetup, subject: ServedSubject, suites: readonly string[] = []): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>lane ${escaped(setup.sender)}</title>
${subjectTags(subject)}
</head>
<body>
<script type="application/json" id="setup">${scriptJson(setup)}</script>
${suites.map((src) => `<script src="${escaped(src)}"></script>\n`).join('')}<script src="/bundle/lane.js"></script>
</body>
</html>
`;
}

/** An empty page for frames that cases create: it carries the subject, as every realm does. */
export function framePage(subject: ServedSubject): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>frame</title>
${subjectTags(subject)}
</head>
<body></body>
</html>
`;
}
