import { canonicalJson } from '../certificate/canonical-json.js';
import { sha256 } from '../certificate/digest.js';
import type { Request } from '../domain/request.js';
import type { Pace, Steps } from '../internal/steps.js';

/** To write and to digest a character takes so many elementary operations. */
const PER_CHARACTER = 5;

/** The digest of a request. Its text, and the digest of that, each take one step, however long they are. */
export function* requestDigestOf(request: Request, pace: Pace): Steps<string> {
  const text = canonicalJson(request);
  if (pace.ends(PER_CHARACTER * text.length)) yield pace.operations;
  const digest = sha256(text);
  if (pace.ends(2 * PER_CHARACTER * text.length)) yield pace.operations;
  return digest;
}
