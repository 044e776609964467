import assert from 'node:assert/strict';
import { test } from 'node:test';
import { swallowedByNpm } from './npm-arguments.ts';

const OPTIONS = ['browser', 'grep', 'browser-arg', 'headed'];
const started = { npm_lifecycle_event: 'start' };

test('an option that npm kept for itself is named, with what to write instead', () => {
  const said = swallowedByNpm({ ...started, npm_config_browser: 'firefox' }, OPTIONS) ?? '';
  assert.match(said, /--browser/);
  assert.match(said, /npm start -- --browser/);
});

test('all that npm took are named, those with a dash too', () => {
  const env = { ...started, npm_config_browser_arg: '--x', npm_config_headed: 'true' };
  assert.match(swallowedByNpm(env, OPTIONS) ?? '', /--browser-arg, --headed/);
});

test('without npm start in between nothing is swallowed', () => {
  assert.equal(swallowedByNpm({ npm_config_browser: 'x' }, OPTIONS), undefined);
  assert.equal(swallowedByNpm({ npm_lifecycle_event: 'test', npm_config_grep: 'x' }, OPTIONS), undefined);
});

test("npm's own settings are none of ours", () => {
  const env = { ...started, npm_config_cache: '/x', npm_config_user_agent: 'npm', npm_config_grep: '' };
  assert.equal(swallowedByNpm(env, OPTIONS), undefined);
});
