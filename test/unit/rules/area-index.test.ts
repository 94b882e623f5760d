import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaIndex, plainPhrase } from '../../../src/rules/area-index.js';
import { AREA_IDS_BY_GROUP } from '../../../src/rules/area-ids.js';
import { INSPECTION_SCHEMES } from '../../../src/rules/inspection.js';
import { PHRASES } from '../../../src/rules/phrases.js';
import { AREA_IDS, isTaxonomyArea, taxonomyAreas } from '../../../src/rules/taxonomy.js';

const index = areaIndex();
const areasOf = (phrase: string): readonly string[] => {
  const match = index.match(phrase);
  return match.status === 'matched' ? match.areas : [];
};

describe('matching a phrase', () => {
  it('takes an id for that area alone', () => {
    for (const id of AREA_IDS) expect(areasOf(id)).toEqual([id]);
  });

  it('knows every title, alias and phrase of the taxonomy', () => {
    for (const { id, title, aliases } of taxonomyAreas())
      for (const name of [title, ...aliases]) expect(areasOf(name), name).toContain(id);
    for (const [phrase, ...areas] of PHRASES)
      expect(areasOf(phrase), phrase).toEqual(expect.arrayContaining(areas));
  });

  it.each([
    ['SLCN', ['speech-language-needs']],
    ['British values', ['british-values', 'prevent-duty']],
    ['quality of interactions', ['adult-child-interactions']],
    ['questioning', ['adult-child-interactions']],
    ['challenge', ['adult-child-interactions', 'curriculum-design']],
    ['extend most able', ['adult-child-interactions', 'curriculum-design']],
    ['routines', ['behaviour-support', 'learning-environment']],
    ['deployment of staff', ['leading-teams']],
    ['training and supervision of staff', ['supervision-coaching']],
    ['parents', ['parent-partnership']],
    ['mark making', ['early-writing', 'fine-motor']],
    ['risky play', ['gross-motor', 'outdoor-learning']],
    ['safeguarding', ['child-protection']],
    ['first aid', ['paediatric-first-aid']],
  ])('takes %j for %j', (phrase, areas) => {
    expect(areasOf(phrase)).toEqual(areas);
  });

  it('takes a head of an inspection report for the groups it stands for', () => {
    expect(areasOf('teaching, learning and assessment')).toEqual([...AREA_IDS_BY_GROUP.pedagogy].sort());
    expect(areasOf('Leadership and Management')).toEqual([...AREA_IDS_BY_GROUP.leadership].sort());
    for (const { heads } of INSPECTION_SCHEMES)
      for (const { title } of heads) expect(areasOf(title).length, title).toBeGreaterThan(0);
  });

  it('does not look at case, punctuation and white space', () => {
    for (const written of ['  british   VALUES ', 'British-values.', '“British values”', 'British\nvalues'])
      expect(areasOf(written), written).toEqual(['british-values', 'prevent-duty']);
    expect(areasOf('childrens mental health')).toEqual(['child-mental-health']);
    expect(areasOf('Children’s mental health & wellbeing')).toEqual(['child-mental-health']);
    expect(plainPhrase(' Three- and four-year-olds! ')).toBe('three and four year olds');
  });

  it('gives several areas only where that is meant', () => {
    const several = taxonomyAreas()
      .flatMap(({ aliases }) => aliases)
      .filter((alias) => areasOf(alias).length > 1)
      .map(plainPhrase);
    expect([...new Set(several)].sort()).toEqual(['challenge', 'mark making', 'risky play', 'routines']);
  });

  it('matches whole phrases only, and offers the areas that share most words with the rest', () => {
    expect(index.match('early writing and reading')).toEqual({
      status: 'unmatched',
      nearest: ['early-writing', 'phonics-reading'],
    });
    expect(index.match('wow moments')).toEqual({ status: 'unmatched', nearest: [] });
    for (const nothing of ['', '!!!', ' ', '—', 'and'])
      expect(index.match(nothing)).toEqual({ status: 'unmatched', nearest: [] });
  });

  it("knows a caller's own areas, and further names for the taxonomy's", () => {
    const own = areaIndex([
      { id: 'forest-bathing', title: 'Forest bathing', aliases: ['tree time', 'SLCN'] },
      { id: 'prevent-duty', title: 'Prevent', aliases: ['Channel'] },
    ]);
    expect(own.match('Tree time')).toEqual({ status: 'matched', areas: ['forest-bathing'] });
    expect(own.match('forest-bathing')).toEqual({ status: 'matched', areas: ['forest-bathing'] });
    expect(own.match('slcn')).toEqual({
      status: 'matched',
      areas: ['forest-bathing', 'speech-language-needs'],
    });
    expect(own.match('channel')).toEqual({ status: 'matched', areas: ['prevent-duty'] });
    expect(areaIndex().match('channel').status).toBe('unmatched');
  });

  it('matches or offers at most three areas of the taxonomy, whatever the phrase', () => {
    const word = fc.constantFrom(
      'early',
      'needs',
      'and',
      'Play',
      'children’s',
      'x',
      '2',
      'é',
      '—',
      'toString',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
        ),
        (phrase) => {
          const match = index.match(phrase);
          const areas = match.status === 'matched' ? match.areas : match.nearest;
          if (match.status === 'unmatched') expect(areas.length).toBeLessThanOrEqual(3);
          for (const area of areas) expect(isTaxonomyArea(area)).toBe(true);
          expect(index.match(phrase)).toEqual(match);
        },
      ),
    );
  });
});
