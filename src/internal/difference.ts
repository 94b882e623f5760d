import { isPlainObject } from './snapshot.js';

type Tell = (path: readonly (string | number)[], due: unknown) => void;

/** Tells where JSON that is claimed differs from what is due, by key in any order and by entry, and what is due there. */
export function differences(claimed: unknown, due: unknown, tell: Tell, at: (string | number)[] = []): void {
  const compare = (key: string | number, one: unknown, other: unknown): void => {
    at.push(key);
    differences(one, other, tell, at);
    at.pop();
  };
  if (Array.isArray(claimed) && Array.isArray(due) && claimed.length === due.length)
    due.forEach((entry, index) => compare(index, claimed[index], entry));
  else if (isPlainObject(claimed) && isPlainObject(due)) {
    for (const key of Object.keys(due))
      compare(key, Object.hasOwn(claimed, key) ? claimed[key] : undefined, due[key]);
    for (const key of Object.keys(claimed))
      if (!Object.hasOwn(due, key)) compare(key, claimed[key], undefined);
  } else if (claimed !== due) tell([...at], due);
}
