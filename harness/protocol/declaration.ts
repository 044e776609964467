import * as v from 'valibot';

const said = v.pipe(v.string(), v.nonEmpty());

/**
 * What a polyfill says of itself: its name, and what it does not claim. What it does not claim is not held
 * against it; every other gap is a failure.
 */
export const Declaration = v.strictObject({
  name: v.exactOptional(said),
  version: v.exactOptional(said),
  /** The kinds of tracks that it records; both unless it says so. */
  records: v.exactOptional(v.pipe(v.array(v.picklist(['audio', 'video'])), v.nonEmpty())),
  /** The only types that it records, without parameters. */
  types: v.exactOptional(v.pipe(v.array(said), v.nonEmpty())),
  /** Rules that it does not claim to keep, by id; `*` stands for any letters. */
  declines: v.exactOptional(
    v.array(v.strictObject({ rules: v.pipe(v.array(said), v.nonEmpty()), reason: said })),
  ),
});
export type Declaration = v.InferOutput<typeof Declaration>;
