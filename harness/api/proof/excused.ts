/** Rules that no mutant can break alone, each with the reason. One that a mutant breaks all the same is a fault. */
export const EXCUSED: ReadonlyMap<string, string> = new Map([]);
