import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJson, PageSetup } from '../protocol/index.ts';
import { conductorPage, framePage, lanePage } from './pages.ts';

const EVIL = `</script><script>alert("1")</script><!--'&amp;`;

const setup: PageSetup = {
  channel: '/session/x/channel',
  sender: EVIL,
  subject: EVIL,
  beatMs: 500,
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

test('the setup survives its page, whatever it holds', () => {
  assert.deepEqual(setupIn(conductorPage(setup)), setup);
  assert.deepEqual(setupIn(lanePage(setup, [])), setup);
});

test('names of subjects, lanes and scripts bring no markup into a page', () => {
  assert.equal(tags(conductorPage(setup), 'script'), 2);
  assert.equal(tags(lanePage(setup, []), 'script'), 2);
  assert.equal(tags(lanePage(setup, [EVIL]), 'script'), 3);
  assert.equal(tags(framePage([EVIL]), 'script'), 1);
  for (const page of [conductorPage(setup), lanePage(setup, [EVIL]), framePage([EVIL])])
    assert.equal(page.includes('<!--'), false);
  assert.equal(/<title>(.*?)<\/title>/s.exec(lanePage(setup, []))?.[1]?.includes('<'), false);
});

test('scripts of the subject come before the lane, in their order, in every frame too', () => {
  const page = lanePage(setup, ['/a.js', '/b.js']);
  const places = ['src="/a.js"', 'src="/b.js"', 'src="/bundle/lane.js"'].map((each) => page.indexOf(each));
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(framePage(['/a.js', '/b.js']).includes('src="/b.js"'));
});
