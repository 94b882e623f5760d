import fc, { type Arbitrary } from 'fast-check';

/*
 * A sketch of a request: plain choices, every reference an index that assembling takes modulo the list's length. So
 * sketches are independent of each other, shrink well, and always assemble into a valid request.
 */

/** The least and most of something, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What an arbitrary gives. */
export type Given<A> = A extends Arbitrary<infer T> ? T : never;

/** A list within the range; where it may be empty, it seldom is. */
export const list = <T>(entry: Arbitrary<T>, { min, max }: Range): Arbitrary<T[]> =>
  min === 0 && max > 0
    ? fc.oneof(
        { weight: 11, arbitrary: list(entry, { min: 1, max }) },
        { weight: 1, arbitrary: fc.constant<T[]>([]) },
      )
    : fc.array(entry, { minLength: min, maxLength: max, size: 'max' });
export const upTo = (max: number): Arbitrary<number> => fc.nat({ max });
export const often = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });
export const evenly = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
export const seldom = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
export const rarely = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
export const index = upTo(999);
/** Which of the first three, and every third after each, are in. */
export const bits = upTo(7);

/** One day early, on the day, one day late. */
export const shift = fc.constantFrom(0, -1, 1);
/** On the day more often than not. */
const slightShift = fc.constantFrom(0, 0, 0, -1, 1);
/** A busy day, at times its neighbour. */
export const busyDay = fc.record({ day: index, shift: slightShift });
/** A day that matters, or its neighbour. */
export const day = fc.record({ day: index, shift });
/** The first and last days of something that may be open at either end. */
export const dates = fc.record({ from: evenly(busyDay), to: evenly(busyDay) });
export type DatesSketch = Given<typeof dates>;

/** Few lengths of time, so that ends of validity and test dates often fall together. */
export const months = fc.constantFrom(1, 6, 12, 13, 24, 36);
/** Asked for, and held: what is taught goes deeper more often than not. */
export const depth = fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 2, 3);
export const depthTaught = fc.constantFrom<1 | 2 | 3 | 4>(2, 1, 2, 3, 3, 4);
