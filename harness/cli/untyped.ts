import { Command } from 'commander';

/**
 * A command without the types of its options: with some forty of them the compiler takes minutes to add one more,
 * or to compare the command's type with another. Whoever reads options from it decodes them.
 */
export function untyped(command: unknown): Command {
  if (command instanceof Command) return command;
  throw new TypeError('this is no command');
}
