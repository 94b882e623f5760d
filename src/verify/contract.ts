import { isDate } from '../internal/calendar.js';
import { isPlainObject, snapshot } from '../internal/snapshot.js';
import type { Path, Refuse } from './refusal.js';

/*
 * What a request and a programme look like, as far as anything depends on it: a name, then `field:type` by
 * `field:type`, or a field not looked at. `?` may be absent; `!` can't be checked yet and must be absent or
 * empty; `*` a list, `+` not empty, `#` of different ids; `/` the record that `kind` names. Ranges keep sums
 * exact. Most of a programme is not looked at here, because it must equal what the request gives.
 */
const CONTRACT = `
Pence = 0..1000000000
Minutes = 0..100000
Weight = 0..1000000
Source = statutory|welfare-notice|inspection-action|inspection-recommendation|self-evaluation|appraisal|
  local-authority|sector-focus|aspiration
Request asOf:date window:Window terms! setting:Setting staff:Person# needs:Need# catalogue:Catalogue
  funding:Pot# limits! cover! areas? adjustments?:Adjustment* baseline! policy?:Policy
Window from:date to:date
Setting id:id name? providerKind:id entitlements?:id* sites? openingHours?
Person id:id name? roles:id* qualifications?:Qualification* records?:Record* entitlements?:id* startedOn?
  site?:id ageBands?:id* level2English? level2Maths? time?:Time away?
Qualification level:0..8 title? fullAndRelevant? status? studying?:flag startedOn? awardedOn?:date where?
Record area:id depth:1..4 completedOn:date expiresOn?:date item?
Time releaseMinutes?:Minutes ownMinutes?:Minutes terms!
Need id:id area:id depth:1..4 who:People count:everyone|Count source:Source weight?:Weight by?:date
  maxAgeMonths?:1..1200 basis?
Count atLeast:1..20000 spare?:0..20000
People staff?:id* roles?:id* sites?:id* ageBands?:id* minLevel?:0..8 not?:People
Catalogue id asOf items:Item#
Item id:id title kind provider? url? teaches:Lesson+ minutes:Minutes audience?:Audience prerequisites!
  excludes! participation?:each|! grants! offers:Offer# sessions! available! learners!
Lesson area:id depth:1..4 validMonths?:1..1200
Audience roles?:id* providerKinds?:id* minLevel?:0..8 maxLevel?:0..8
Offer id:id requires?:id* price:Price/ from! to! listPence?:Pence
Price/free kind
Price/per-learner kind pence:Pence
Price/per-setting kind pence:Pence
Price/per-group kind pence:Pence size:1..20000
Price/per-learner-tiered kind! tiers
Price/by-team-size kind! bands
Pot id:id pence:Pence pays! from! to!
Adjustment kind:pin|ban item:id staff?:id* session! by? reason?
Policy weights?:Weights must?:Source*
Weights statutory?:Weight welfare-notice?:Weight inspection-action?:Weight inspection-recommendation?:Weight
  self-evaluation?:Weight appraisal?:Weight local-authority?:Weight sector-focus?:Weight aspiration?:Weight

Programme status:optimal|bounded engine:id requestDigest objectives:Objective* bookings:Booking*
  coverage:Coverage* totals adjustments proof:Proof/
Objective name value bound:null|0..9007199254740991
Booking id item:id session?:id term?:id offer:id pot?:id learners:id* units pence minutes startsOn? completeBy
Coverage need target alreadyMet metBy shortBy overdue? unmet:Gap*
Gap staff?:id reason:id
Proof/none kind`;

/** By name: a record's fields with their types, or the type that the name is short for. */
const DEFINED = new Map(
  CONTRACT.split(/\n+(?=\S)/).map((paragraph) => {
    const [name = '', ...words] = paragraph.trim().split(/\s+/);
    const fields = new Map(words.map((word) => [word.split(':')[0] ?? '', word.split(':')[1] ?? 'any']));
    return [name, words[0] === '=' ? words.slice(1).join('') : fields] as const;
  }),
);
const LEAVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  any: () => true,
  null: (value) => value === null,
  id: (value) => typeof value === 'string' && value !== '',
  flag: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDate(value),
  '!': (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
};
const LATER = 'cannot be checked yet';

function isOf(type: string, value: unknown): boolean {
  const [least, most] = type.split('..').map(Number);
  if (least === undefined || most === undefined) return LEAVES[type]?.(value) ?? value === type;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

/** Tells everything that keeps a value from being of a type. */
function look(value: unknown, type: string, at: Path, tell: (path: Path, fault: string) => void): void {
  const meaning = DEFINED.get(type) ?? type;
  const last = typeof meaning === 'string' ? meaning.slice(meaning.lastIndexOf('|') + 1) : '';
  if (typeof meaning !== 'string') {
    if (!isPlainObject(value)) return tell(at, 'must be an object');
    for (const field of meaning.keys())
      if (/[^?!]$/.test(field) && !Object.hasOwn(value, field)) tell([...at, field], 'is missing');
    for (const [key, member] of Object.entries(value)) {
      const known = meaning.get(key) ?? meaning.get(`${key}?`) ?? (meaning.has(`${key}!`) ? '!' : undefined);
      if (known === undefined) tell([...at, key], 'is not a key of the contract');
      else look(member, known, [...at, key], tell);
    }
  } else if (/[*+#]$/.test(meaning)) {
    if (!Array.isArray(value)) return tell(at, 'must be a list');
    if (meaning.endsWith('+') && value.length === 0) tell(at, LATER);
    const ids = new Set<unknown>();
    value.forEach((entry: unknown, index) => {
      look(entry, meaning.slice(0, -1), [...at, index], tell);
      if (!meaning.endsWith('#') || !isPlainObject(entry)) return;
      if (ids.has(entry['id'])) tell([...at, index, 'id'], 'is there twice');
      ids.add(entry['id']);
    });
  } else if (meaning.endsWith('/')) {
    const kind = isPlainObject(value) && typeof value['kind'] === 'string' ? value['kind'] : '';
    if (DEFINED.has(meaning + kind)) look(value, meaning + kind, at, tell);
    else tell([...at, 'kind'], 'is not a kind of the contract');
  } else if (!meaning.split('|').some((one) => isOf(one, value))) {
    if (DEFINED.has(last)) look(value, last, at, tell);
    else tell(at, last === '!' ? LATER : `must be: ${meaning}`);
  }
}

/** Far above what any request or programme holds: only what pretends to be one meets them. */
const READING = { depth: 100, values: 30_000_000, text: 100_000, key: 1_000, faults: 100 };

/** Reads a value once, whatever it is, as what the contract calls so; refused, and `undefined`, if not. */
export function read<T>(value: unknown, name: 'Request' | 'Programme', refuse: Refuse): T | undefined {
  const { value: copy, faults } = snapshot(value, READING);
  let sound = true;
  const tell = (path: Path, fault: string): void => {
    const malformed = name === 'Request' ? 'malformed-request' : 'malformed-programme';
    refuse(fault === LATER ? 'unsupported-request' : malformed, path, `This ${fault}.`);
    sound = false;
  };
  for (const { path, found } of faults) tell(path, `must be JSON, not ${found}`);
  if (sound) look(copy, name, [], tell);
  const isSound = (_: unknown): _ is T => sound;
  return isSound(copy) ? copy : undefined;
}
