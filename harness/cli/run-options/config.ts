import * as v from 'valibot';
import { untyped } from '../untyped.ts';

/** Declares the options that say where the other options come from. */
export function declareConfig(command: unknown): void {
  untyped(command)
    .option('--config <file>', 'a config file (default: mediarecorder-conformance.config.*)')
    .option('--print-config', 'print what the options come to, and run nothing');
}

const Flags = v.object({
  config: v.exactOptional(v.string()),
  printConfig: v.exactOptional(v.boolean()),
});

/** What these options say. */
export function configOf(flags: unknown): v.InferOutput<typeof Flags> {
  return v.parse(Flags, flags);
}
