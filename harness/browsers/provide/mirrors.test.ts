import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GENERIC, readMirror } from './mirrors.ts';

function read(name: string, text: string): ReturnType<typeof readMirror> {
  return readMirror([{ name, text }]);
}

describe('readMirror', () => {
  it('reads lists of one line each', () => {
    const text = `# deb http://old.example/debian bookworm main
deb-src http://src.example/debian bookworm main
deb [signed-by=/usr/share/keyrings/x.gpg arch=amd64] http://mirror.example/debian/ bookworm main contrib
deb http://mirror.example/debian-security bookworm-security main
`;
    assert.deepEqual(read('/etc/apt/sources.list', text), {
      main: 'http://mirror.example/debian',
      security: 'http://mirror.example/debian-security',
    });
  });

  it('reads the newer form, with comments inside and values on several lines', () => {
    const text = `Types: deb deb-src
# http://snapshot.debian.org/archive/debian/20250520T000000Z
URIs: https://mirror.example/debian
Suites: bookworm
 bookworm-updates
Components: main

Enabled: no
Types: deb
URIs: http://off.example/debian-security
Suites: bookworm-security
`;
    assert.deepEqual(read('debian.sources', text), {
      main: 'https://mirror.example/debian',
      security: GENERIC.security,
    });
  });

  it('takes neither other repositories, nor snapshots, nor what is no server', () => {
    assert.equal(read('a.list', 'deb https://other.example/node nodistro main'), undefined);
    assert.equal(read('a.list', 'deb http://archive.ubuntu.com/ubuntu noble main'), undefined);
    assert.equal(
      read('a.list', 'deb http://snapshot.debian.org/archive/debian/2025/ bookworm main'),
      undefined,
    );
    assert.equal(read('a.list', 'deb mirror+file:/etc/apt/mirrors/debian.list bookworm main'), undefined);
  });
});
