import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { allows, catalogue, free, item, penceFor, perSetting, person, session, small } from './requests.js';

type Adjustment = NonNullable<RequestInput['adjustments']>[number];

const sessions = [
  session('s', '2025-10-01T09:00', '2025-10-01T12:00'),
  session('t', '2025-11-01T09:00', '2025-11-01T12:00'),
];
const request = (...adjustments: Adjustment[]): RequestInput =>
  small({
    catalogue: catalogue(
      item('course', { sessions }),
      item('joining', { teaches: [], grants: ['member'], offers: [{ id: 'o', price: perSetting(50) }] }),
      item('module'),
      item('zz-members', { offers: [{ id: 'o', price: free, requires: ['member'] }] }),
    ),
    adjustments,
  });
const module = (...learners: string[]) => ({ item: 'module', offer: 'free', learners });
const course = (when: string, ...learners: string[]) => ({ item: 'course', offer: 'free', when, learners });
const joined = { item: 'joining', offer: 'o', learners: [] };
const pin = (id: string, more: Partial<Adjustment> = {}): Adjustment => ({ kind: 'pin', item: id, ...more });
const ban = (id: string, more: Partial<Adjustment> = {}): Adjustment => ({ kind: 'ban', item: id, ...more });

describe('a pin', () => {
  it('has all whom it names booked', () => {
    const both = request(pin('module', { staff: ['ana', 'cal'] }));
    expect(allows(both, module('ana', 'cal'))).toBe(true);
    expect(allows(both, module('ana', 'ben', 'cal'))).toBe(true);
    expect(allows(both, module('ana'))).toBe(false);
    expect(allows(both)).toBe(false);
    expect(allows(request(pin('module', { staff: [] })))).toBe(true);
  });

  it('that names nobody asks for a booking', () => {
    expect(allows(request(pin('module')), module('ben'))).toBe(true);
    expect(allows(request(pin('module')))).toBe(false);
    expect(allows(request(pin('module')), course('s', 'ben'))).toBe(false);
  });

  it('of a session asks for that one', () => {
    const all = request(pin('course', { session: 't' }));
    expect(allows(all, course('t', 'ben'))).toBe(true);
    expect(allows(all, course('s', 'ana', 'ben', 'cal'))).toBe(false);
    const named = request(pin('course', { session: 't', staff: ['ana'] }));
    expect(allows(named, course('t', 'ana'), course('s', 'ben'))).toBe(true);
    expect(allows(named, course('s', 'ana'), course('t', 'ben'))).toBe(false);
  });

  it('of what is bought for the setting asks that it be bought, unless it names staff', () => {
    expect(penceFor(request(pin('joining')), joined)).toBe(50);
    expect(allows(request(pin('joining')))).toBe(false);
    expect(allows(request(pin('joining', { staff: ['ana'] })), joined)).toBe(false);
    expect(allows(request(pin('joining', { staff: [] })))).toBe(true);
  });

  it('does not override the audience', () => {
    const cooks = small({
      catalogue: catalogue(item('module', { audience: { roles: ['cook'] } })),
      staff: [person('ana'), person('ben', { roles: ['cook'] })],
      adjustments: [pin('module', { staff: ['ana'] })],
    });
    expect(allows(cooks, module('ben'))).toBe(false);
    expect(allows({ ...cooks, adjustments: [pin('module')] }, module('ben'))).toBe(true);
  });
});

describe('a ban', () => {
  it('keeps off all whom it names, or everybody', () => {
    const two = request(ban('module', { staff: ['ana', 'cal'] }));
    expect(allows(two, module('ben'))).toBe(true);
    expect(allows(two, module('ben', 'cal'))).toBe(false);
    expect(allows(request(ban('module')), module('ben'))).toBe(false);
    expect(allows(request(ban('module')), course('s', 'ben'))).toBe(true);
    expect(allows(request(ban('module', { staff: [] })), module('ben'))).toBe(true);
  });

  it('of a session keeps off that one', () => {
    const all = request(ban('course', { session: 't' }));
    expect(allows(all, course('s', 'ben'))).toBe(true);
    expect(allows(all, course('t', 'ben'))).toBe(false);
    const named = request(ban('course', { session: 't', staff: ['ana'] }));
    expect(allows(named, course('s', 'ana'), course('t', 'ben'))).toBe(true);
    expect(allows(named, course('t', 'ana'))).toBe(false);
  });

  it('of what is bought for the setting keeps it from being bought, unless it names staff', () => {
    expect(allows(request(ban('joining')), joined)).toBe(false);
    expect(allows(request(ban('joining')))).toBe(true);
    expect(allows(request(ban('joining', { staff: ['ana'] })), joined)).toBe(true);
  });
});
