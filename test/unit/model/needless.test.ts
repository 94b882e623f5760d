import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { resolve } from './at-once.js';
import { catalogue, checked, item, need, person, small } from './requests.js';

type Items = RequestInput['catalogue']['items'];
type Records = NonNullable<RequestInput['staff'][number]['records']>;

const other = [{ area: 'own-area', depth: 1 as const }];

/** Whether a refresher adds nothing to a need that it meets, for somebody with these records. */
function isNeedless(options: readonly string[], rest: Items, records: Records = []): boolean {
  const refresher = item('refresher', { prerequisites: [{ anyOf: [...options] }] });
  const resolved = resolve(
    checked(
      small({
        staff: [person('ana', { records })],
        needs: [need('safe')],
        catalogue: catalogue(refresher, ...rest),
      }),
    ),
  );
  const slot = resolved.slots.findIndex((one) => one.item.id === 'refresher');
  return resolved.needless(0, slot, 0);
}

describe('a refresher that relies on a course', () => {
  const course = item('course');

  it('adds nothing to a need that the course meets by itself', () => {
    expect(isNeedless(['course'], [course])).toBe(true);
    expect(isNeedless(['course', 'module'], [course, item('module')])).toBe(true);
  });

  it('adds something where an item that can come first does not meet the need', () => {
    expect(isNeedless(['course', 'talk'], [course, item('talk', { teaches: other })])).toBe(false);
    const lapses = item('course', { teaches: [{ area: 'safeguarding', depth: 1, validMonths: 6 }] });
    expect(isNeedless(['course'], [lapses])).toBe(false);
  });

  it('adds something for whoever need not take the course again', () => {
    const record = { area: 'own-area', depth: 1 as const, completedOn: '2024-09-01', item: 'course' };
    expect(isNeedless(['course'], [course], [record])).toBe(false);
    expect(isNeedless(['course'], [course], [{ ...record, completedOn: '2025-09-02' }])).toBe(true);
  });

  it('adds something where nothing comes first', () => {
    const resolved = resolve(checked(small({ staff: [person('ana')] })));
    expect(resolved.slots.map((_, slot) => resolved.needless(0, slot, 0))).not.toContain(true);
  });
});
