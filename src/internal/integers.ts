/** The greatest common divisor of two natural numbers; of a number and 0, that number. */
export function greatestCommonDivisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}

/** What divides all of some numbers, of either sign; 1 when all are 0 or there is none. */
export function commonDivisor(values: Iterable<number>): number {
  let divisor = 0;
  for (const value of values) divisor = greatestCommonDivisor(divisor, Math.abs(value));
  return divisor || 1;
}
