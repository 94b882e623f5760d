import { describe, expect, it } from 'vitest';
import { differences } from '../../../src/internal/difference.js';
import { groupByEach, memoised } from '../../../src/internal/lookup.js';
import { shapesOf } from '../../../src/internal/shape.js';

const look = shapesOf(`
Level = 0..3
Thing id:id kind? level?:0..3|Note parts?:Thing# tags?:id* must:flag by?:Level@ when?:date at?:local
  opens?:clock shape?:Shape/ full?:text+
Note words:text
Shape/circle kind radius:1..9
Shape/point kind`);

const faults = (value: unknown): string[] => {
  const told: string[] = [];
  look('Thing', value, (path, fault) => void told.push(`${path.join('.')} ${fault}`));
  return told;
};
const thing = { id: 'a', must: true };

describe('a table of shapes', () => {
  it('takes what it describes', () => {
    expect(
      faults({
        ...thing,
        kind: 7,
        level: { words: '' },
        parts: [{ ...thing, level: 3 }],
        tags: [],
        by: { any: 0 },
        when: '2024-02-29',
        at: '2024-02-29T23:59',
        opens: '08:00',
        shape: { kind: 'circle', radius: 9 },
        full: [''],
      }),
    ).toEqual([]);
  });

  it.each([
    [[], ' must be an object'],
    [{ must: true }, 'id is missing'],
    [{ ...thing, other: 1 }, 'other is not a key of the contract'],
    [{ ...thing, id: '' }, 'id must be: id'],
    [{ ...thing, must: 1 }, 'must must be: flag'],
    [{ ...thing, level: { words: 1 } }, 'level.words must be: text'],
    [{ ...thing, level: 4 }, 'level must be an object'],
    [{ ...thing, parts: [thing, thing] }, 'parts.1.id is there twice'],
    [{ ...thing, parts: [{ ...thing, must: 0 }] }, 'parts.0.must must be: flag'],
    [{ ...thing, tags: {} }, 'tags must be a list'],
    [{ ...thing, by: [] }, 'by must be an object'],
    [{ ...thing, by: { toString: 4 } }, 'by.toString must be: 0..3'],
    [{ ...thing, when: '2025-02-29' }, 'when must be: date'],
    [{ ...thing, at: '2025-02-28' }, 'at must be: local'],
    [{ ...thing, opens: '24:00' }, 'opens must be: clock'],
    [{ ...thing, shape: { kind: 'square' } }, 'shape.kind is not a kind of the contract'],
    [{ ...thing, shape: { kind: 'circle', radius: 0.5 } }, 'shape.radius must be: 1..9'],
    [{ ...thing, full: [] }, 'full must not be empty'],
  ])('tells of %j', (value, fault) => {
    expect(faults(value)).toEqual([fault]);
  });
});

describe('differences', () => {
  it('are told once each, where they are, with what is due', () => {
    const told: unknown[] = [];
    differences(
      { same: [1, { a: null }], other: 1, more: 0, list: [1, 2], short: [1] },
      { same: [1, { a: null }], other: 2, list: [1, 3], short: [1, 2], toString: 3 },
      (path, due) => void told.push([path.join('.'), due]),
    );
    expect(told).toEqual([
      ['other', 2],
      ['list.1', 3],
      ['short', [1, 2]],
      ['toString', 3],
      ['more', undefined],
    ]);
  });
});

describe('lookups', () => {
  it('list entries under each of their keys, once', () => {
    const groups = groupByEach(['ab', 'bb', 'c'], (word) => word.split(''));
    expect([...groups]).toEqual([
      ['a', ['ab']],
      ['b', ['ab', 'bb']],
      ['c', ['c']],
    ]);
  });

  it('keep answers, also when the answer is nothing', () => {
    let asked = 0;
    const find = memoised((): undefined => {
      asked += 1;
      return undefined;
    });
    find('a');
    find('a');
    expect(asked).toBe(1);
  });
});
