import * as v from 'valibot';
import { decode, DecodeError, parseJson } from './decode.ts';
import { Results, SCHEMA_VERSION } from './results.ts';

/** Turns results of one released schema version into those of the next. */
type Upgrade = (results: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By the version that they take; there has been one version only. */
const UPGRADES: ReadonlyMap<number, Upgrade> = new Map();

const Versioned = v.looseObject({ schemaVersion: v.pipe(v.number(), v.integer()) });

/** Decodes results of this schema version and of all that were released before; refuses others. */
export function decodeResults(
  text: string,
  origin: string,
  upgrades: ReadonlyMap<number, Upgrade> = UPGRADES,
): Results {
  let value: Readonly<Record<string, unknown>> = decode(Versioned, parseJson(text, origin), origin);
  const stated = Number(value['schemaVersion']);
  for (let version = stated; version !== SCHEMA_VERSION; version += 1) {
    const upgrade = upgrades.get(version);
    if (upgrade === undefined) {
      const oldest = Math.min(SCHEMA_VERSION, ...upgrades.keys());
      const read = oldest === SCHEMA_VERSION ? String(oldest) : `${oldest} to ${SCHEMA_VERSION}`;
      throw new DecodeError(
        `${origin}: its schema version is ${stated}, and this release of mediarecorder-conformance reads ${read}` +
          (stated > SCHEMA_VERSION ? '; a newer release reads it' : ''),
      );
    }
    value = { ...upgrade(value), schemaVersion: version + 1 };
  }
  return decode(Results, value, origin);
}
