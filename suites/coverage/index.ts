import { allRules } from '../catalogue.ts';
import { passage, step } from '../source.ts';
import type { Account, Covered } from './account.ts';
import { anchorOf } from './anchors.ts';
import { DEFINITIONS } from './definitions.ts';
import { DOCUMENTATION } from './documentation.ts';
import { SENTENCES } from './sentences.ts';
import { SPEC_STRUCTURE } from './spec-structure.ts';
import { STEPS } from './steps.ts';
import { WEB_PLATFORM_TESTS } from './web-platform-tests.ts';

export type { Covered } from './account.ts';

const SPEC = 'MediaStream Recording';

/** Everything that the pinned spec and the documentation state and Web Platform Tests assert, each with its rules or the reason why it has none. */
export function coverage(): readonly Covered[] {
  return [...steps(), ...sentences(), ...definitions(), ...documentation(), ...otherTests()];
}

function steps(): readonly Covered[] {
  const rules = allRules();
  const accounts = accountsOf(STEPS);
  return SPEC_STRUCTURE.algorithms.flatMap(({ name, steps: numbers }) =>
    numbers.map((number) => {
      const statement = `${name} ${number}`;
      const own = rules
        .filter(({ rule }) => rule.source.steps?.includes(statement) === true)
        .map(({ id }) => id);
      return {
        source: SPEC,
        statement: `${name} step ${number}`,
        url: step(name, number).url,
        ...answer(own, accounts.get(statement)),
      };
    }),
  );
}

function sentences(): readonly Covered[] {
  const accounts = accountsOf(SENTENCES);
  return SPEC_STRUCTURE.sentences.map(({ id, level }) => ({
    source: SPEC,
    statement: id,
    url: passage(id, anchorOf(id.split(', sentence', 1)[0] ?? id)).url,
    level,
    ...answer([], accounts.get(id)),
  }));
}

function definitions(): readonly Covered[] {
  const accounts = accountsOf(DEFINITIONS);
  return SPEC_STRUCTURE.definitions.map((name) => ({
    source: SPEC,
    statement: name,
    url: passage(name, anchorOf(name.slice(name.indexOf(' ') + 1))).url,
    ...answer([], accounts.get(name)),
  }));
}

function documentation(): readonly Covered[] {
  return DOCUMENTATION.flatMap(({ page, url, statements }) =>
    Object.entries(statements).map(([statement, account]: readonly [string, Account]) => ({
      source: page,
      statement,
      url,
      ...answer([], account),
    })),
  );
}

function otherTests(): readonly Covered[] {
  return WEB_PLATFORM_TESTS.flatMap(({ file, url, asserts }) =>
    Object.entries(asserts).map(([statement, account]: readonly [string, Account]) => ({
      source: `Web Platform Tests, ${file}`,
      statement,
      url,
      ...answer([], account),
    })),
  );
}

/** A statement that no rule names as its source has the rules of its account, or the reason given there. */
function answer(own: readonly string[], account: Account | undefined): Pick<Covered, 'rules' | 'reason'> {
  if (own.length > 0 || account === undefined) return { rules: own };
  return typeof account === 'string' ? { rules: [], reason: account } : { rules: account };
}

function accountsOf(accounts: Readonly<Record<string, Account>>): ReadonlyMap<string, Account> {
  return new Map(Object.entries(accounts));
}
