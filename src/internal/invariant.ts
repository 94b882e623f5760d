/** A promise the library makes to itself was broken. It is a defect of the library, never of the input. */
export class InvariantError extends Error {
  readonly kind = 'invariant-error';
  constructor(message: string) {
    super(`${message}. This is a defect in smartpd: please report it with the request that caused it.`);
    this.name = 'InvariantError';
  }
}

/** States an internal invariant; throws {@link InvariantError} when it does not hold. */
export function invariant(holds: boolean, message: string): asserts holds {
  if (!holds) throw new InvariantError(message);
}

/** The value, which an internal invariant says is there. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new InvariantError(`${what} is missing`);
  return value;
}
