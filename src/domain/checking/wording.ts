import { UNREADABLE } from '../../internal/snapshot.js';

/*
 * How issues speak of places and values: short and safe to print, whatever was passed.
 */

/** Keys and list positions from the top of what was passed. */
export type Path = readonly (string | number)[];

const SHORT = 40;
const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Characters that would not be seen, or would change how what follows is shown. */
const UNSEEN = /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escapeUnseen = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text in quotation marks, cut short and with nothing unseen in it. */
export const quoted = (text: string): string =>
  escapeUnseen(JSON.stringify(text.length > SHORT ? `${text.slice(0, SHORT)}...` : text));

/** A whole number with its thousands parted. */
export const counted = (count: number): string => {
  const text = String(count);
  return /^-?\d+$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ',') : text;
};

/** Where a path leads, as one would write it in a program: `staff[3].roles`; `whole` when it is empty. */
export function placeOf(path: Path, whole = 'the whole value'): string {
  let place = '';
  for (const part of path) {
    if (typeof part === 'number') place += `[${part}]`;
    else if (!PLAIN_KEY.test(part) || part.length > SHORT) place += `[${quoted(part)}]`;
    else place += place === '' ? part : `.${part}`;
  }
  return place === '' ? whole : place;
}

/** What a value is, in a few words. */
export function shortOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === UNREADABLE || value === undefined) return 'nothing readable';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return `the number ${counted(value)}`;
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** `a`, `a or b`, `a, b or c`. */
export const listed = (words: readonly string[], last: 'or' | 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
