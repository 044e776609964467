import * as v from 'valibot';

/** A measured quality that the spec leaves free: reported, never judged. */
export const Metric = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  unit: v.string(),
  samples: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(1)),
});
export type Metric = v.InferOutput<typeof Metric>;
