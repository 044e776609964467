import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJson, PageSetup } from '../protocol/index.ts';
import { conductorPage, framePage, lanePage, type ServedSubject } from './pages.ts';

const EVIL = `</script><script>alert("1")</script><!--'&amp;`;

const setup: PageSetup = {
  channel: '/session/x/channel',
  sender: EVIL,
  beatMs: 500,
  installMs: 1_000,
  caseLimitMs: null,
  needs: [],
  lanes: [{ name: EVIL, url: EVIL }],
};

/** How often a tag begins in a page. */
const tags = (page: string, tag: string) => page.split(`<${tag}`).length - 1;

function setupIn(page: string): PageSetup {
  const [, text = ''] = /<script type="application\/json" id="setup">(.*?)<\/script>/s.exec(page) ?? [];
  return decodeJson(PageSetup, text, 'page');
}

/** A subject with scripts. */
const subjectOf = (...scripts: readonly string[]): ServedSubject => ({
  setup: { kind: 'polyfill', name: EVIL, handsOver: true },
  scripts: scripts.map((src) => ({ src, type: 'classic' })),
});

test('the setup survives its page, whatever it holds', () => {
  assert.deepEqual(setupIn(conductorPage(setup)), setup);
  assert.deepEqual(setupIn(lanePage(setup, subjectOf())), setup);
});

test('names of subjects, lanes and scripts bring no markup into a page', () => {
  assert.equal(tags(conductorPage(setup), 'script'), 2);
  assert.equal(tags(lanePage(setup, subjectOf()), 'script'), 4);
  assert.equal(tags(lanePage(setup, subjectOf(EVIL)), 'script'), 5);
  assert.equal(tags(framePage(subjectOf(EVIL)), 'script'), 3);
  for (const page of [conductorPage(setup), lanePage(setup, subjectOf(EVIL)), framePage(subjectOf(EVIL))])
    assert.equal(page.includes('<!--'), false);
  assert.equal(/<title>(.*?)<\/title>/s.exec(lanePage(setup, subjectOf()))?.[1]?.includes('<'), false);
});

test('the fitting comes first, then the subject in its order, then the lane; in every frame too', () => {
  const page = lanePage(setup, subjectOf('/a.js', '/b.js'));
  const places = ['id="subject"', '/bundle/subject.js', '/a.js', '/b.js', '/bundle/lane.js'].map((each) =>
    page.indexOf(each),
  );
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(framePage(subjectOf('/a.js', '/b.js')).includes('src="/b.js"'));
});

test('a module is served as one', () => {
  const { setup: own } = subjectOf();
  const page = framePage({ setup: own, scripts: [{ src: '/m.js', type: 'module' }] });
  assert.ok(page.includes('<script type="module" src="/m.js">'));
});
