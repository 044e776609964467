import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestSpec, levelOf, sentencesOf } from './digest.ts';

const SOURCE = `
<pre class="metadata">Title: you MUST not see this</pre>

# First part # {#first-part}

A widget MUST turn. It may stop. Nothing else is said.

<dl>
  <dt><dfn method for="Widget"><code>turn(optional long by)</code></dfn></dt>
  <dd>When it is called, the widget MUST:
  <ol>
    <li>Look. It SHOULD look twice.</li>
    <li>Turn:
      <ol>
        <li>Left.</li>
        <li>Right, with <dfn>\\[[Force]]</dfn>.
        <li>And stop.</li>
      </ol>
    </li>
  </ol>
  <div class="note">You MUST NOT see this.</div>
  <p>It will rest.</p>
  <p>The <dfn abstract-op>Rest the widget</dfn> algorithm:</p>
  <ol><li>Rest.</li></ol>
  </dd>
</dl>

<table><tr><td><dfn event for=Widget>turned</dfn></td></tr></table>
`;

test('steps are numbered as they nest, also where a step is not closed', () => {
  assert.deepEqual(digestSpec(SOURCE).algorithms, [
    { name: 'turn()', steps: ['1', '2', '2.1', '2.2', '2.3'] },
    { name: 'rest the widget', steps: ['1'] },
  ]);
});

test('sentences of weight are counted by place, not those in steps, notes and metadata', () => {
  assert.deepEqual(
    digestSpec(SOURCE).sentences.map(({ id, level }) => `${level}: ${id}`),
    [
      'must: first-part, sentence 1',
      'may: first-part, sentence 2',
      'must: turn(), sentence 1',
      'will: turn(), sentence 2',
    ],
  );
});

test('definitions are listed, but not internal slots', () => {
  assert.deepEqual(digestSpec(SOURCE).definitions, [
    'event Widget.turned',
    'method turn()',
    'algorithm rest the widget',
  ]);
});

test('other words give another hash and another revision', () => {
  const [before, after] = [digestSpec(SOURCE), digestSpec(SOURCE.replace('turn. It', 'spin. It'))];
  assert.notEqual(before.revision, after.revision);
  assert.notEqual(before.sentences[0]?.hash, after.sentences[0]?.hash);
  assert.equal(before.sentences[1]?.hash, after.sentences[1]?.hash);
});

test('the strongest word decides, and a full stop within a word ends nothing', () => {
  assert.equal(levelOf('It may, and therefore MUST.'), 'must');
  assert.equal(levelOf('The mayor is mustering.'), undefined);
  assert.deepEqual(sentencesOf('See e.g. this. Then (that) ends. So.'), [
    'See e.g. this.',
    'Then (that) ends.',
    'So.',
  ]);
});
