import type { Command } from 'commander';
import { type Config, loadConfig, type LoadedConfig, UsageError } from '../api/index.ts';
import { untyped } from './untyped.ts';

type Value = Config[keyof Config];

/** The words of a command line that say what a config's value says. */
function wordsOf(value: Value): readonly string[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object')
    return Object.entries(value).map(([name, each]) => `${name}=${String(each)}`);
  return [String(value)];
}

/** Gives a command the values of a config file, understood as if they stood on its command line, which goes first. */
function applyConfig(command: Command, { file, config }: LoadedConfig): void {
  for (const [name, value] of Object.entries(config)) {
    const option = command.options.find((each) => each.attributeName() === name);
    if (option === undefined || command.getOptionValueSource(name) === 'cli') continue;
    if (typeof value === 'boolean') {
      command.setOptionValueWithSource(name, value, 'config');
      continue;
    }
    try {
      let parsed: unknown = undefined;
      for (const word of wordsOf(value)) parsed = option.parseArg?.(word, parsed) ?? word;
      if (parsed !== undefined) command.setOptionValueWithSource(name, parsed, 'config');
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new UsageError(`${file}: field "${name}" is wrong: ${why}`, { cause });
    }
  }
}

/** Finds the config of a command, and applies it. */
export async function configure(
  command: unknown,
  stated: string | undefined,
): Promise<LoadedConfig | undefined> {
  const loaded = await loadConfig(stated, process.cwd());
  if (loaded !== undefined) applyConfig(untyped(command), loaded);
  return loaded;
}

const SOURCES: Readonly<Record<string, string>> = { cli: 'command line', config: 'config file' };

/** Options that ask about the others, and say nothing themselves. */
const ABOUT_CONFIG: ReadonlySet<string> = new Set(['config', 'printConfig']);

/** What a command was told, and by whom, as JSON. */
export function configText(typed: unknown, loaded: LoadedConfig | undefined): string {
  const command = untyped(typed);
  const told = Object.entries<unknown>(command.opts()).filter(
    ([name, value]) => value !== undefined && !ABOUT_CONFIG.has(name),
  );
  const from = told.map(([name]) => {
    const source = command.getOptionValueSource(name) ?? '';
    return [name, SOURCES[source] ?? source] as const;
  });
  const shown = {
    configFile: loaded?.file ?? null,
    options: Object.fromEntries(told),
    from: Object.fromEntries(from),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
