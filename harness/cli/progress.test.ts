import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { test } from 'node:test';
import type { RunEvent } from '../api/index.ts';
import { exampleCase, exampleTarget } from '../protocol/testing/example-results.ts';
import { Progress } from './progress.ts';

/** A stream like standard error, a terminal or none, that keeps what is written to it. */
function streamOf(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 80, rows: 24 }), text: () => written.join('') };
}

const finished = (target: string, verdict: string, done: number): RunEvent => ({
  kind: 'case-finished',
  target,
  result: exampleCase('a.b', verdict),
  done,
  total: 100,
});

const ended = (complete: boolean): RunEvent => ({
  kind: 'target-finished',
  target: exampleTarget({ durationMs: 2_400, complete }),
});

const STARTED: readonly RunEvent[] = [
  { kind: 'run-started', targets: ['chromium', 'firefox'], cases: 100 },
  { kind: 'target-started', target: 'chromium', browser: 'Chromium 1', lanes: 6 },
];

function shown(isTTY: boolean, events: readonly RunEvent[]): string {
  const { stream, text } = streamOf(isTTY);
  const progress = new Progress(stream);
  for (const event of [...STARTED, ...events]) progress.take(event);
  progress.end();
  return text();
}

const hundred = Array.from({ length: 100 }, (_, index) => finished('chromium', 'pass', index + 1));

test('where there is no terminal progress is a few plain lines without control characters', () => {
  const text = shown(false, [...hundred, ended(true)]);
  assert.equal(text, stripVTControlCharacters(text));
  const lines = text.trimEnd().split('\n');
  assert.equal(lines[0], 'Running 100 cases in chromium, firefox.');
  assert.ok(lines.includes('Chromium 1: 25 of 100'), text);
  assert.equal(lines.at(-1), 'Chromium 1 is done after 2 s.');
  assert.ok(lines.length < 10, text);
});

test('on a terminal each target has a line with a bar, how many are done and how many did not pass', () => {
  const text = stripVTControlCharacters(
    shown(true, [finished('chromium', 'pass', 1), finished('chromium', 'fail', 50)]),
  );
  assert.match(text, /Chromium 1 +█+░+ 50\/100, 1 not passed/);
  assert.match(text, /firefox +░+ 0\/100 \(starting\)/);
});

test('what this machine cannot have is not counted as not passed', () => {
  const events = ['unsupported', 'blocked'].map((verdict, index) => finished('chromium', verdict, index + 1));
  assert.equal(shown(true, events).includes('not passed'), false);
});

test('what went wrong is told at once, by its first line', () => {
  const incident: RunEvent = { kind: 'incident', target: 'chromium', message: 'it crashed\nwith a log' };
  for (const isTTY of [true, false]) {
    const text = shown(isTTY, [incident]);
    assert.match(text, /chromium: it crashed/);
    assert.equal(text.includes('with a log'), false);
  }
});

test('a target that could not be completed is called so', () => {
  assert.match(shown(false, [ended(false)]), /Chromium 1 could not be completed after 2 s\./);
  assert.match(stripVTControlCharacters(shown(true, [ended(false)])), /\(incomplete\)/);
});
