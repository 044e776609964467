import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask } from './testing/client.ts';
import { ListenError } from './listen-error.ts';
import { startServer, type ConformanceServer } from './server.ts';
import type { Session } from './session.ts';

let folder = '';
let server: ConformanceServer;
let session: Session;
let handled = 0;
const kept: string[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'));
  await writeFile(join(folder, 'app.js'), 'js');
  server = await startServer({ bundle: folder });
  session = server.openSession({
    subjectOf: () => ({ setup: { kind: 'native', name: 'MediaRecorder', handsOver: false }, scripts: [] }),
    lanes: ['L1'],
    ownOrigins: true,
    beatMs: 500,
    installMs: 1,
    caseLimitMs: null,
    needs: [],
    handle: () => {
      handled += 1;
      return { kind: 'wait', ms: handled };
    },
    keepRecording: async (_sender, { bytes, mimeType }) => {
      kept.push(`${bytes.length} bytes of ${mimeType}`);
    },
  });
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const beat = (sequence: number) => JSON.stringify({ kind: 'beat', sequence, case: null, step: null });
const post = (sender: string, body: string) =>
  ask(server, { path: session.path(`channel/${sender}`), method: 'POST', body });
const statusOf = async (path: string) => (await ask(server, { path })).status;

test('files of a root are served, with what follows a question mark left aside', async () => {
  const { status, body, type } = await ask(server, { path: '/bundle/app.js?x=../y' });
  assert.deepEqual([status, body, type], [200, 'js', 'text/javascript; charset=utf-8']);
});

test('whatever is not in a root is not found, and names that every object has are no roots', async () => {
  const paths = ['/', '/bundle', '/bundle/', '/bundle/no', '/app.js', '//bundle/app.js', '/etc/passwd', '*'];
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
  for (const path of [...paths, ...names.map((name) => `/${name}/app.js`), '/%62undle/app.js'])
    assert.equal(await statusOf(path), 404, path);
});

test('no path leads out of a root', async () => {
  for (const way of ['..', '%2e%2e', '.%2e', '..%2f..', '..%5c..', '..\\..']) {
    assert.equal(await statusOf(`/bundle/${way}/${way}/${way}/etc/passwd`), 404, way);
    assert.equal(await statusOf(`/bundle/${way}%2f${way}%2f${way}%2fetc%2fpasswd`), 404, way);
  }
  for (const path of [
    '/bundle/%',
    '/bundle/%zz',
    '/bundle/%00',
    '/bundle/app.js%00.html',
    '/bundle//etc/passwd',
  ])
    assert.equal(await statusOf(path), 404, path);
});

test('only localhost, names below it and 127.0.0.1 are answered', async () => {
  const { port } = server;
  const path = '/bundle/app.js';
  for (const host of ['localhost', `localhost:${port}`, 'l1.localhost', `l12.localhost:${port}`, '127.0.0.1'])
    assert.equal((await ask(server, { path, host })).status, 200, host);
  for (const host of [
    'example.org',
    'localhost.example.org',
    'evillocalhost',
    '127.0.0.1.example.org',
    '10.0.0.1',
  ])
    assert.equal((await ask(server, { path, host })).status, 403, host);
});

test('the server listens on loopback and nowhere else', async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each !== undefined && !each.internal && each.family === 'IPv4')
    .map((each) => each?.address ?? '');
  for (const host of [...others, '127.0.0.2']) {
    const reached = await new Promise((resolve) => {
      const socket = connect({ host, port: server.port, timeout: 1_000 }, () => resolve(true));
      for (const event of ['error', 'timeout']) socket.once(event, () => resolve(false));
      socket.once('close', () => resolve(false));
      setTimeout(() => socket.destroy(), 1_000).unref();
    });
    assert.equal(reached, false, host);
  }
});

test('a session serves its pages to those who know its secret', async () => {
  for (const page of ['page', 'lane/L1', 'frame/L1'])
    assert.match((await ask(server, { path: session.path(page) })).type, /^text\/html/, page);
  for (const page of ['', 'lane', 'lane/L2', 'lane/constructor', 'nothing', '__proto__'])
    assert.equal(await statusOf(session.path(page)), 404, page);
  for (const path of ['/session', '/session/', '/session/0/page', '/session/constructor/page'])
    assert.equal(await statusOf(path), 404, path);
});

test('messages are posted, and nothing else', async () => {
  assert.equal(await statusOf(session.path('channel/page')), 405);
});

test('a message is counted once, in order, and a repeated one gets the same answer', async () => {
  const first = await post('L1.1', beat(0));
  assert.equal(first.status, 200);
  assert.deepEqual(await post('L1.1', beat(0)), first);
  const skipped = await post('L1.1', beat(2));
  assert.deepEqual([skipped.status, skipped.body], [409, 'message 1 of L1.1 is due']);
  assert.equal((await post('L1.1', beat(1))).status, 200);
});

test('a malformed message is refused by the name of its sender and its field, and counts nothing', async () => {
  const before = handled;
  for (const body of ['', '{', 'null', '[]', '{"kind":"beat"}', '{"kind":"shout","sequence":0}', '\0'])
    assert.equal((await post('L1.2', body)).status, 400, body);
  const { body } = await post('L1.2', '{"kind":"beat","sequence":"0","case":null,"step":null}');
  assert.match(body, /^message of L1\.2: field "sequence" is wrong/);
  assert.equal(handled, before);
  assert.equal((await post('L1.2', beat(0))).status, 200);
});

test('a message that is too large is refused with an answer, and the server goes on', async () => {
  const { status } = await post('L1.3', 'x'.repeat(64 * 1024 * 1024));
  assert.equal(status, 413);
  assert.equal((await post('L1.3', beat(0))).status, 200);
});

test('a large message that is not too large is read whole', async () => {
  const { status } = await post(
    'L1.4',
    JSON.stringify({ kind: 'broken', sequence: 0, message: 'ü'.repeat(4_000_000) }),
  );
  assert.equal(status, 200);
});

test('recordings are posted, handed on, and bounded', async () => {
  const path = session.path('recording/L1.5');
  const type = 'video/webm;codecs=vp8';
  const { status } = await ask(server, { path, method: 'POST', body: 'media', type });
  assert.deepEqual([status, kept], [200, [`5 bytes of ${type}`]]);
  assert.equal(await statusOf(path), 405);
  const tooLarge = await ask(server, { path, method: 'POST', body: 'x'.repeat(5 * 1024 * 1024), type });
  assert.deepEqual([tooLarge.status, kept.length], [413, 1]);
});

test('a closed session is not there any more', async () => {
  const gone = server.openSession({
    subjectOf: () => ({ setup: { kind: 'native', name: 'MediaRecorder', handsOver: false }, scripts: [] }),
    lanes: [],
    ownOrigins: false,
    beatMs: 1,
    installMs: 1,
    caseLimitMs: null,
    needs: [],
    handle: () => ({ kind: 'done' }),
  });
  assert.equal(await statusOf(gone.path('page')), 200);
  server.closeSession(gone);
  assert.equal(await statusOf(gone.path('page')), 404);
});

test('a port that is taken is an error that names it', async () => {
  await assert.rejects(
    startServer({}, { port: server.port }),
    (error) => error instanceof ListenError && error.message.includes(String(server.port)),
  );
});

test('pages are isolated from other origins only where that is asked for', async () => {
  const isolated = await startServer({ bundle: folder }, { isolated: true });
  const policies = async ({ port }: ConformanceServer): Promise<readonly (string | null)[]> => {
    const { headers } = await fetch(`http://127.0.0.1:${port}/bundle/app.js`);
    return ['opener', 'embedder', 'resource'].map((what) => headers.get(`cross-origin-${what}-policy`));
  };
  try {
    assert.deepEqual(await policies(isolated), ['same-origin', 'require-corp', 'cross-origin']);
    assert.deepEqual(await policies(server), [null, null, null]);
  } finally {
    await isolated.close();
  }
});
