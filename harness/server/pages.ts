import type { PageSetup } from '../protocol/index.ts';

/** Text inside a script element must not end it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Text in an element or an attribute must not become markup. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function scriptTags(sources: readonly string[]): string {
  return sources.map((src) => `<script src="${escaped(src)}"></script>`).join('\n');
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

/** The page of one lane; the subject is installed before anything else runs. */
export function lanePage(setup: PageSetup, subjectScripts: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>lane ${escaped(setup.sender)}</title>
${scriptTags(subjectScripts)}
</head>
<body>
<script type="application/json" id="setup">${scriptJson(setup)}</script>
<script src="/bundle/lane.js"></script>
</body>
</html>
`;
}

/** An empty page for frames that cases create: it carries the subject, as every realm does. */
export function framePage(subjectScripts: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>frame</title>
${scriptTags(subjectScripts)}
</head>
<body></body>
</html>
`;
}
