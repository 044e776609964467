import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, it } from 'node:test';
import { eventually, MARK, markedProcesses } from '../testing/marked-processes.ts';
import { startTied } from './tied-process.ts';

const MODULE = new URL(`tied-process${extname(import.meta.url)}`, import.meta.url).href;
const FAMILY = ['-c', 'echo ready; sleep 600 & setsid sleep 600 & sleep 600'];

function skipFor(hasSetpriv: boolean): string | false {
  if (process.platform !== 'linux') return 'looks into /proc';
  return hasSetpriv && !existsSync('/usr/bin/setpriv') ? 'there is no setpriv here' : false;
}

for (const [name, hasSetpriv] of [
  ['the kernel', true],
  ['the guard', false],
] as const) {
  describe(`a process that is tied by ${name}`, { skip: skipFor(hasSetpriv) }, () => {
    it('ends with everything that it started when it is told to', async () => {
      const mark = `tied-${name}-${process.pid}`;
      const tied = startTied({ file: '/bin/sh', args: FAMILY, env: { [MARK]: mark } }, hasSetpriv);
      await tied.line(/ready/);
      await eventually('its children run', () => markedProcesses(mark).length >= 4);
      await tied.kill();
      assert.deepEqual(markedProcesses(mark), []);
      await tied.kill();
    });

    it('ends when its parent is killed', async () => {
      const mark = `orphan-${name}-${process.pid}`;
      const script = `import(${JSON.stringify(MODULE)}).then(({ startTied }) =>
        startTied({ file: '/bin/sleep', args: ['600'] }, ${hasSetpriv}))`;
      const parent = spawn(process.execPath, ['-e', script], { env: { ...process.env, [MARK]: mark } });
      const sleeping = (): boolean =>
        markedProcesses(mark).some(({ command }) => command === '/bin/sleep 600');
      await eventually('it runs', sleeping);
      parent.kill('SIGKILL');
      await once(parent, 'exit');
      await eventually('it has ended', () => markedProcesses(mark).length === 0);
    });

    it('that is not there says so', async () => {
      const tied = startTied({ file: '/nowhere/browser', args: [] }, hasSetpriv);
      await assert.rejects(tied.line(/ready/), /exited with code 127[\s\S]*nowhere/);
    });
  });
}
