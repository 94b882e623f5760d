/** A stream of numbers that depends on its seed alone: the same on every machine, for benchmarks and fixed samples. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  /** True so many times in a hundred. */
  readonly percent: (chance: number) => boolean;
  /** One entry of a list that has some. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Each entry so many times in a hundred. */
  readonly some: <T>(list: readonly T[], chance: number) => T[];
}

/** Marsaglia's 32-bit xorshift (13, 17, 5), its seed stirred so that neighbouring seeds part at once. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ 0x6d2b79f5) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let stirred = 0; stirred < 8; stirred += 1) next();
  const whole = (least: number, most: number): number => least + (next() % (most - least + 1));
  const percent = (chance: number): boolean => whole(0, 99) < chance;
  return {
    whole,
    percent,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    some: (list, chance) => list.filter(() => percent(chance)),
  };
}
