import { Engine } from '../../protocol/index.ts';
import type { FoundBrowser } from './found.ts';
import { byPreference, preferred } from './preference.ts';

/** An engine that nothing on this machine can run whole, and what gets it. */
export interface MissingEngine {
  readonly engine: Engine;
  readonly command: string;
  /** The best there is, when it is there but not enough. */
  readonly insufficient?: FoundBrowser;
}

/** The command line that gets browsers for engines. */
export function installCommand(engines: readonly Engine[]): string {
  return ['npx mediarecorder-conformance browsers install', ...engines].join(' ');
}

/** Which of the three engines are missing. */
export function missing(installed: readonly FoundBrowser[]): readonly MissingEngine[] {
  return Engine.options
    .filter((engine) => preferred(installed, engine) === undefined)
    .map((engine) => {
      const insufficient = byPreference(installed).find((one) => one.engine === engine);
      const command = installCommand([engine]);
      return insufficient === undefined ? { engine, command } : { engine, command, insufficient };
    });
}
