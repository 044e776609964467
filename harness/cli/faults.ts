import { CommanderError } from 'commander';
import {
  BrowserNotFoundError,
  BrowserUnansweredError,
  CannotRunError,
  ConsentError,
  DecodeError,
  LaunchError,
  ListenError,
  MergeError,
  NothingMatchedError,
  SubjectError,
  UsageError,
} from '../api/index.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** What a fault is called at the end of the process, and what is said about it. */
export interface Fault {
  readonly code: ExitCode;
  readonly line: string;
}

/** Turns whatever was thrown into one line and an exit code; only a fault of this program shows a stack. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CommanderError)
    return { code: error.exitCode === 0 ? EXIT.asExpected : EXIT.usage, line: '' };
  if (!(error instanceof Error)) return { code: EXIT.cannotRun, line: String(error) };
  if (error instanceof NothingMatchedError) return { code: EXIT.nothingMatched, line: error.message };
  if (
    error instanceof UsageError ||
    error instanceof SubjectError ||
    error instanceof DecodeError ||
    error instanceof MergeError ||
    error instanceof BrowserNotFoundError
  ) {
    return { code: EXIT.usage, line: error.message };
  }
  if (
    error instanceof CannotRunError ||
    error instanceof BrowserUnansweredError ||
    error instanceof LaunchError ||
    error instanceof ListenError ||
    error instanceof ConsentError
  ) {
    return { code: EXIT.cannotRun, line: error.message };
  }
  return {
    code: EXIT.cannotRun,
    line: `this is a fault of mediarecorder-conformance itself:\n${error.stack ?? error.message}`,
  };
}
