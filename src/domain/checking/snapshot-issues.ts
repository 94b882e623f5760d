import { LIMITS } from '../units.js';
import { type Fault, type PlainValue, snapshot } from '../../internal/snapshot.js';
import type { IssueList } from './issue-list.js';
import { counted } from './wording.js';

const CHARACTER = 2; // the UTF-16 code units that one character can take

function report({ path, code, found }: Fault, issues: IssueList): void {
  switch (code) {
    case 'not-json':
      return issues.add(path, code, (place) => `Give ${place} as plain JSON data; it is ${found}.`);
    case 'forbidden-key':
      return issues.add(path, code, (place) => `Remove ${place}: a key may not be called ${found}.`);
    case 'too-deep':
      return issues.add(
        path,
        code,
        (place) => `Nest ${place} less deeply: at most ${LIMITS.depth} lists and objects inside one another.`,
      );
    case 'too-large':
      return issues.add(
        path,
        code,
        () =>
          `Give less at once: at most ${counted(LIMITS.values)} texts, numbers, lists and objects in all.`,
      );
    case 'long-text':
      return issues.add(
        path,
        'too-long',
        (place) =>
          `Shorten ${place}: no text may have more than ${counted(LIMITS.text)} characters; it has ${counted(Number(found))}.`,
      );
    case 'long-key':
      return issues.add(
        path,
        'too-long',
        (place) =>
          `Shorten or remove a key of ${place}: none may have more than ${LIMITS.id} characters; it has ${counted(Number(found))}.`,
      );
  }
}

/** A plain copy of what was passed, with an issue for each part that is not JSON; `undefined` when it was too much to read. */
export function readSnapshot(value: unknown, issues: IssueList): PlainValue | undefined {
  const copy = snapshot(value, {
    depth: LIMITS.depth,
    values: LIMITS.values,
    text: CHARACTER * LIMITS.text,
    key: CHARACTER * LIMITS.id,
    faults: LIMITS.issues + 1,
  });
  for (const fault of copy.faults) report(fault, issues);
  return copy.complete ? copy.value : undefined;
}
