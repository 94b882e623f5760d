import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatalogueItemSchema, CatalogueSchema, type CatalogueItem } from '../../src/domain/catalogue.js';
import { ItemKindSchema } from '../../src/domain/item-kind.js';
import { QuestionnaireSchema } from '../../src/domain/questionnaire.js';
import { AREA_IDS } from '../../src/rules/area-ids.js';

const folder = new URL('../../examples/data/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

const catalogue = CatalogueSchema.parse(read('catalogue.json'));
const items = catalogue.items;
const questionnaires = readdirSync(new URL('questionnaires/', folder))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ file, questionnaire: QuestionnaireSchema.parse(read(`questionnaires/${file}`)) }));

const PLAIN_PRICES: ReadonlySet<string> = new Set(['free', 'per-learner', 'per-setting', 'per-group']);
const plainlyPriced = (item: CatalogueItem): boolean =>
  item.offers.every(
    (offer) => PLAIN_PRICES.has(offer.price.kind) && offer.from === undefined && offer.to === undefined,
  );
/** Self-paced, for each learner alone, at a plain price, and teaching something: the commonest shape. */
const plain = (item: CatalogueItem): boolean =>
  plainlyPriced(item) &&
  item.teaches.length > 0 &&
  [
    item.sessions,
    item.prerequisites,
    item.excludes,
    item.participation,
    item.grants,
    item.available,
    item.learners,
  ].every((part) => part === undefined);

describe('the sample catalogue', () => {
  it('says that it is fictional', () => {
    expect(catalogue.id).toContain('fictional');
    for (const item of items) expect(item.provider, item.id).toMatch(/\(fictional\)$/);
    for (const item of items)
      if (item.url !== undefined) expect(item.url).toMatch(/^https:\/\/example\.org\//);
  });

  it('has at least 130 items, 100 of them of the commonest shape', () => {
    expect(items.length).toBeGreaterThanOrEqual(130);
    expect(items.filter(plain).length).toBeGreaterThanOrEqual(100);
  });

  it('has every kind of item and every shape of price', () => {
    expect(sorted(items.map((item) => item.kind))).toEqual([...ItemKindSchema.options].sort());
    expect(sorted(items.flatMap((item) => item.offers.map((offer) => offer.price.kind)))).toEqual([
      'by-team-size',
      'free',
      'per-group',
      'per-learner',
      'per-learner-tiered',
      'per-setting',
    ]);
  });

  it('uses every part of an item', () => {
    const used = new Set(items.flatMap((item) => Object.keys(item)));
    expect(sorted(used)).toEqual(Object.keys(CatalogueItemSchema.shape).sort());
  });

  it('teaches every area of the taxonomy, each to practice or beyond (Prevent to awareness), even with items of the commonest shape alone', () => {
    const taught = (among: readonly CatalogueItem[]) =>
      sorted(
        among.flatMap((item) =>
          item.teaches.filter((t) => t.depth >= 2 || t.area === 'prevent-duty').map((t) => t.area),
        ),
      );
    expect(taught(items)).toEqual([...AREA_IDS].sort());
    expect(taught(items.filter(plain))).toEqual([...AREA_IDS].sort());
  });

  it('gives ids once, refers to nothing outside itself, and starts tiers at the first learner', () => {
    const ids = new Set<string>(items.map((item) => item.id));
    expect(ids.size).toBe(items.length);
    for (const item of items) {
      const offers = item.offers.map((offer) => offer.id);
      expect(new Set(offers).size, item.id).toBe(offers.length);
      const others = [
        ...(item.excludes ?? []),
        ...(item.prerequisites ?? []).flatMap((entry) => entry.anyOf),
      ];
      for (const other of others) expect(ids.has(other), `${item.id} names ${other}`).toBe(true);
      for (const { price } of item.offers)
        if (price.kind === 'per-learner-tiered') expect(price.tiers[0]?.from, item.id).toBe(1);
    }
  });

  it('shows what a holder of an entitlement saves', () => {
    for (const item of items)
      for (const offer of item.offers)
        if (offer.listPence !== undefined && 'pence' in offer.price)
          expect(offer.price.pence, `${item.id} ${offer.id}`).toBeLessThan(offer.listPence);
  });

  it('has sessions of one or several blocks, in order, inside the training year', () => {
    const sessions = items.flatMap((item) => item.sessions ?? []);
    expect(sessions.some((session) => session.blocks.length > 1)).toBe(true);
    for (const { id, blocks } of sessions)
      for (const { starts, ends } of blocks) {
        expect(starts < ends, id).toBe(true);
        expect(starts >= '2026-09-01T00:00' && ends <= '2027-07-31T23:59', id).toBe(true);
      }
  });
});

describe('the sample questionnaires', () => {
  it('are the four of the demo, and say that they are fictional', () => {
    expect(questionnaires.map(({ file }) => file)).toEqual([
      'childminder.json',
      'day-nursery.json',
      'large-nursery.json',
      'practitioner.json',
    ]);
    for (const { questionnaire } of questionnaires)
      expect(questionnaire.provider.name).toContain('fictional');
  });

  it('share one date and one training year with the catalogue', () => {
    for (const { file, questionnaire } of questionnaires) {
      expect(questionnaire.asOf, file).toBe(catalogue.asOf);
      expect(questionnaire.window, file).toEqual({ from: '2026-09-01', to: '2027-07-31' });
    }
  });

  it('have the teams that they promise, and no names of people', () => {
    const size = ({ team }: (typeof questionnaires)[number]['questionnaire']): number =>
      team.reduce((sum, entry) => sum + ('count' in entry ? entry.count : 1), 0);
    expect(questionnaires.map(({ questionnaire }) => size(questionnaire))).toEqual([2, 14, 40, 1]);
    for (const { questionnaire } of questionnaires)
      for (const entry of questionnaire.team) expect(entry).not.toHaveProperty('name');
  });

  it('give the day nursery two inspection actions', () => {
    const nursery = questionnaires.find(({ file }) => file === 'day-nursery.json');
    const actions = nursery?.questionnaire.findings.filter(({ source }) => source === 'inspection-action');
    expect(actions).toHaveLength(2);
  });
});

it('the guide to the data says that all is fictional', () => {
  expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain('fictional');
});
