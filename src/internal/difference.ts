import { isPlainObject } from './snapshot.js';

type Path = readonly (string | number)[];
type Tell = (path: Path, due: unknown) => void;

/** Tells where JSON that is claimed differs from what is due, by key in any order and by entry, and what is due there. */
export function differences(claimed: unknown, due: unknown, tell: Tell, path: Path = []): void {
  if (Array.isArray(claimed) && Array.isArray(due) && claimed.length === due.length)
    due.forEach((entry, index) => differences(claimed[index], entry, tell, [...path, index]));
  else if (isPlainObject(claimed) && isPlainObject(due)) {
    for (const [key, member] of Object.entries(due))
      differences(Object.hasOwn(claimed, key) ? claimed[key] : undefined, member, tell, [...path, key]);
    for (const key of Object.keys(claimed))
      if (!Object.hasOwn(due, key)) differences(claimed[key], undefined, tell, [...path, key]);
  } else if (claimed !== due) tell(path, due);
}
