import type { Area } from '../domain/area.js';
import { compareIds } from '../internal/order.js';
import { AREA_IDS_BY_GROUP } from './area-ids.js';
import { INSPECTION_SCHEMES } from './inspection.js';
import { PHRASES } from './phrases.js';
import { taxonomyAreas } from './taxonomy.js';

/** An area as a caller writes one. */
export type AreaInput = { readonly [Key in keyof Area]: Key extends 'id' ? string : Area[Key] };

/** What a phrase says: the areas that it names, sorted; or none, and up to three whose names share words with it. */
export type AreaMatch =
  | { readonly status: 'matched'; readonly areas: readonly string[] }
  | { readonly status: 'unmatched'; readonly nearest: readonly string[] };

/** Finds areas by what people call them. */
export interface AreaIndex {
  match(phrase: string): AreaMatch;
}

const NEAREST = 3;
/** Words of a phrase that suggestions are looked for by: the first ones, so that a page of text costs no more. */
const WORDS = 12;
/** Words too common to suggest anything. */
const COMMON = new Set('a all an and are as at by for from how in is of on or our the to we with'.split(' '));

/**
 * A phrase with nothing left that people write in different ways: letters of the alphabet are small, apostrophes are
 * gone, `&` is `and`, and what is neither letter nor digit is one space. Letters beyond a to z stay as they are, so
 * that the answer is the same on every JavaScript engine.
 */
export const plainPhrase = (phrase: string): string =>
  phrase
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/['‘’ʼ]/g, '')
    .replace(/&/g, ' and ')
    // eslint-disable-next-line no-control-regex -- every ASCII character that is no letter or digit parts words
    .replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000\ufeff]+/g, ' ')
    .replace(/^ | $/g, '');

function add(map: Map<string, Set<string>>, key: string, area: string): void {
  const areas = map.get(key);
  if (areas === undefined) map.set(key, new Set([area]));
  else areas.add(area);
}

/**
 * An index of the taxonomy and of a caller's own areas. Only a whole id, title, alias or known phrase matches; one that
 * belongs to several areas names them all. Nothing is ever matched by likeness.
 * @example
 * const index = areaIndex();
 * index.match('SLCN'); // => { status: 'matched', areas: ['speech-language-needs'] }
 * index.match('British values'); // => { status: 'matched', areas: ['british-values', 'prevent-duty'] }
 * index.match('feelings of safety'); // => { status: 'unmatched', nearest: ['food-hygiene', 'online-safety', 'risk-and-fire-safety'] }
 */
export function areaIndex(own: readonly AreaInput[] = []): AreaIndex {
  const ids = new Set<string>();
  const byPhrase = new Map<string, Set<string>>();
  const byWord = new Map<string, Set<string>>();
  const name = (phrase: string, area: string): string => {
    const plain = plainPhrase(phrase);
    if (plain !== '') add(byPhrase, plain, area);
    return plain;
  };
  const learn = (phrase: string, area: string): void => {
    for (const word of name(phrase, area).split(' '))
      if (word !== '' && !COMMON.has(word)) add(byWord, word, area);
  };
  for (const { id, title, aliases = [] } of [...taxonomyAreas(), ...own]) {
    ids.add(id);
    for (const called of [id, title, ...aliases]) learn(called, id);
  }
  for (const [phrase, ...areas] of PHRASES) for (const area of areas) learn(phrase, area);
  // the words of a head say little about each of the areas that it stands for: they suggest none
  for (const { heads } of INSPECTION_SCHEMES)
    for (const { title, aliases, groups } of heads)
      for (const called of [title, ...aliases])
        for (const group of groups) for (const area of AREA_IDS_BY_GROUP[group]) name(called, area);

  const nearest = (plain: string): string[] => {
    const shared = new Map<string, number>();
    for (const word of new Set(plain.split(' ').slice(0, WORDS)))
      for (const area of byWord.get(word) ?? []) shared.set(area, (shared.get(area) ?? 0) + 1);
    return [...shared]
      .sort(([a, inA], [b, inB]) => inB - inA || compareIds(a, b))
      .slice(0, NEAREST)
      .map(([area]) => area);
  };
  return {
    match(phrase) {
      if (ids.has(phrase)) return { status: 'matched', areas: [phrase] };
      const plain = plainPhrase(phrase);
      const areas = byPhrase.get(plain);
      return areas === undefined
        ? { status: 'unmatched', nearest: nearest(plain) }
        : { status: 'matched', areas: [...areas].sort(compareIds) };
    },
  };
}
