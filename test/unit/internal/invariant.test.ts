import { expect, it } from 'vitest';
import { invariant, InvariantError, present } from '../../../src/internal/invariant.js';

it('throws only when an invariant does not hold, and says whose defect it is', () => {
  expect(() => invariant(true, 'one is one')).not.toThrow();
  expect(() => invariant(false, 'one is two')).toThrow(new InvariantError('one is two'));
  expect(new InvariantError('one is two').message).toMatch(/^one is two\. This is a defect in smartpd/);
  expect(new InvariantError('one is two').kind).toBe('invariant-error');
});

it('hands on what is there, zero and the empty text included', () => {
  expect(present(0, 'a number')).toBe(0);
  expect(present('', 'a text')).toBe('');
  expect(() => present(undefined, 'the text')).toThrow(/^the text is missing/);
});
