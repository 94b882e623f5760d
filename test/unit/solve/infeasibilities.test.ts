import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Basis } from '../../../src/solve/basis.js';
import { Infeasibilities } from '../../../src/solve/infeasibilities.js';

const ROWS = 6;

describe('the rows out of their bounds', () => {
  it('give the one that is most so for its weight, however they came to be so', () => {
    const change = fc.record({
      row: fc.integer({ min: 0, max: ROWS - 1 }),
      x: fc.integer({ min: -4, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 30 }),
        fc.array(fc.constantFrom(0.5, 1, 4), { minLength: ROWS, maxLength: ROWS }),
        (changes, weights) => {
          const basis = new Basis(2, ROWS);
          basis.upper.fill(1);
          basis.weight.set(weights, 2);
          const infeasibilities = new Infeasibilities(basis, 1e-9);
          infeasibilities.renew();
          expect(infeasibilities.choose()).toBe(-1);
          for (const { row, x } of changes) {
            basis.x[2 + row] = x;
            infeasibilities.look(row);
            const scores = weights.map((weight, i) => {
              const at = basis.x[2 + i]!;
              return Math.max(0, -at, at - 1) ** 2 / weight;
            });
            const most = Math.max(...scores);
            const wanted = most === 0 ? -1 : scores.indexOf(most);
            expect(infeasibilities.choose()).toBe(wanted);
            expect(infeasibilities.count).toBe(scores.filter((score) => score > 0).length);
          }
          const chosen = infeasibilities.choose();
          infeasibilities.renew();
          expect(infeasibilities.choose()).toBe(chosen);
        },
      ),
    );
  });
});
