import { Engine } from '../../protocol/index.ts';
import type { Discovery, FoundBrowser, UnansweredBrowser } from './found.ts';
import { byPreference, preferred } from './preference.ts';

/** An engine that nothing on this machine can run whole, and what gets it. */
export interface MissingEngine {
  readonly engine: Engine;
  readonly command: string;
  /** The best there is, when it is there but not enough. */
  readonly insufficient?: FoundBrowser;
  /** What is there under its name and did not answer, so that it may not be missing at all. */
  readonly unanswered?: UnansweredBrowser;
}

/** The command line that gets browsers for engines. */
export function installCommand(engines: readonly Engine[]): string {
  return ['npx mediarecorder-conformance browsers install', ...engines].join(' ');
}

/** Which of the three engines are missing. */
export function missing({ found, unanswered }: Discovery): readonly MissingEngine[] {
  return Engine.options
    .filter((engine) => preferred(found, engine) === undefined)
    .map((engine) => {
      const insufficient = byPreference(found).find((one) => one.engine === engine);
      const silent = unanswered.find((one) => one.engine === engine);
      return {
        engine,
        command: installCommand([engine]),
        ...(insufficient === undefined ? {} : { insufficient }),
        ...(silent === undefined ? {} : { unanswered: silent }),
      };
    });
}
