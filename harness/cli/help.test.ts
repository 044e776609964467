import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { command } from './testing/command.ts';
import { PACKAGE_ROOT } from '../api/package-root.ts';

const helps = new Map<string, ReturnType<typeof command>>();

/** What a command prints as its help, which is the same however often it is asked for. */
async function helpOf(...path: readonly string[]): Promise<string> {
  const key = path.join(' ');
  const asked = helps.get(key) ?? command([...path, '--help']);
  helps.set(key, asked);
  const { code, stdout, stderr } = await asked;
  assert.equal(code, 0, stderr);
  assert.equal(stderr, '');
  return stdout;
}

/** What stands below a heading of a help text, an entry for each term; a term without a description has none. */
function entriesIn(help: string, heading: string): ReadonlyMap<string, string> {
  const [, block = ''] = help.split(`\n${heading}:\n`);
  const entries = new Map<string, string>();
  let last = '';
  for (const line of block.split('\n\n', 1)[0]?.split('\n') ?? []) {
    const [, term, rest = ''] = /^ {2}(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
    if (term !== undefined) entries.set((last = term), rest.trim());
    else if (last !== '') entries.set(last, `${entries.get(last) ?? ''} ${line.trim()}`.trim());
  }
  return entries;
}

/** Every command and those below it, found as a reader finds them. */
async function everyCommand(path: readonly string[] = []): Promise<readonly (readonly string[])[]> {
  const names = [...entriesIn(await helpOf(...path), 'Commands').keys()]
    .map((term) => term.split(/[ |]/, 1)[0] ?? '')
    .filter((name) => name !== 'help');
  const below = await Promise.all(names.map((name) => everyCommand([...path, name])));
  return [path, ...below.flat()];
}

describe('help', async () => {
  const all = await everyCommand();

  test('there are the commands that the README tells of', async () => {
    const readme = await readFile(resolve(PACKAGE_ROOT, 'README.md'), 'utf8');
    const told = [...readme.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
    const top = all.filter((path) => path.length === 1).flat();
    assert.deepEqual(new Set(top), new Set(told));
  });

  for (const path of all)
    test(`of "${path.join(' ')}" is complete, plain text and fits 80 columns`, async () => {
      const help = await helpOf(...path);
      assert.equal(help, stripVTControlCharacters(help), 'plain text');
      for (const line of help.split('\n')) assert.ok(line.length <= 80, `${line.length} columns: ${line}`);
      if (path.length === 0) return;
      assert.match(help, /^Usage: mediarecorder-conformance [^\n]+\n\n\S[^\n]+/, 'what it does');
      for (const heading of ['Arguments', 'Options', 'Commands'])
        for (const [term, description] of entriesIn(help, heading))
          assert.notEqual(description, '', `${heading.toLowerCase()}: ${term} has no description`);
      assert.ok(entriesIn(help, 'Options').size > 0);
    });
});
