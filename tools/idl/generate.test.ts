import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateSurface, SURFACE_FILE } from './generate.ts';
import { definitions, surfaceModule } from './surface.ts';
import { PACKAGE_ROOT } from '../../harness/api/package-root.ts';

test("the suites' Web IDL is what the specs say; if not: npm run generate:idl", async () => {
  assert.equal(await readFile(join(PACKAGE_ROOT, SURFACE_FILE), 'utf8'), await generateSurface(PACKAGE_ROOT));
});

test('lengths leave optional arguments out, and static operations are told apart', () => {
  const idl = `[Exposed=(Window,Worker)] interface A : B {
    constructor(long a, optional long b);
    readonly attribute long c;
    static undefined d(long a, long b, long... rest);
  };`;
  const text = surfaceModule(definitions(idl, ['A']));
  assert.match(text, /"exposed":\["Window","Worker"\],"length":1/);
  assert.match(text, /"name":"c","type":"long","readonly":true/);
  assert.match(text, /"name":"d","static":true,"length":2/);
});

test('a definition that the Web IDL lacks is an error, not an empty list', () => {
  assert.throws(() => definitions('interface A {};', ['B']), /defines B 0 times/);
});
