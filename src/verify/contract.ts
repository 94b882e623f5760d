import { shapesOf } from '../internal/shape.js';
import { snapshot } from '../internal/snapshot.js';
import type { Path, Refuse } from './refusal.js';

/*
 * What a request and a programme look like, as far as anything depends on it; `internal/shape.ts` says how it is
 * written. Ranges keep sums exact. Most of a programme is not looked at here: it must equal what the request gives.
 */
const look = /* @__PURE__ */ shapesOf(`
Pence = 0..1000000000
Minutes = 0..100000
Weight = 0..1000000
Number = 0..20000
Months = 1..1200
Source = statutory|welfare-notice|inspection-action|inspection-recommendation|self-evaluation|appraisal|
  local-authority|sector-focus|aspiration
Request asOf:date window:Dates terms?:Term# setting:Setting staff:Person# needs:Need# catalogue:Catalogue
  funding:Pot# limits?:Limit# cover?:Cover* areas? adjustments?:Adjustment* baseline?:Booking* policy?:Policy
Dates from:date to:date
Term id:id from:date to:date
Setting id:id name? providerKind:id entitlements?:id* sites? openingHours?:Hours*
Hours weekday:1..7 from:clock to:clock
Person id:id name? roles:id* qualifications?:Qualification* records?:Record* entitlements?:id* startedOn?
  site?:id ageBands?:id* level2English? level2Maths? time?:Time away?:Dates*
Qualification level:0..8 title? fullAndRelevant? status? studying?:flag startedOn? awardedOn?:date where?
Record area:id depth:1..4 completedOn:date expiresOn?:date item?:id
Time releaseMinutes?:Minutes ownMinutes?:Minutes terms?:TermTime@
TermTime releaseMinutes?:Minutes ownMinutes?:Minutes
Need id:id area:id depth:1..4 who:People count:everyone|Count source:Source weight?:Weight by?:date
  maxAgeMonths?:Months basis?
Count atLeast:1..20000 spare?:Number
People staff?:id* roles?:id* sites?:id* ageBands?:id* minLevel?:0..8 not?:People
Selector staff?:id* roles?:id* sites?:id* ageBands?:id* minLevel?:0..8 items?:id* kinds?:id* providers?:text*
  areas?:id* sources?:Source* not?:Selector
Catalogue id asOf items:Item#
Item id:id title kind:id provider?:text url? teaches:Lesson* minutes:Minutes audience?:Audience
  prerequisites?:OneOf* excludes?:id* participation?:each|whole-team grants?:id* offers:Offer# sessions?:Session#
  available?:Between learners?:Learners
Lesson area:id depth:1..4 validMonths?:Months
Audience roles?:id* providerKinds?:id* minLevel?:0..8 maxLevel?:0..8
OneOf anyOf:id*
Offer id:id requires?:id* price:Price/ from?:date to?:date listPence?:Pence
Price/free kind
Price/per-learner kind pence:Pence
Price/per-setting kind pence:Pence
Price/per-group kind pence:Pence size:1..20000
Price/per-learner-tiered kind tiers:Tier+
Price/by-team-size kind bands:Band+
Tier from:1..20000 pence:Pence
Band upTo:1..20000 pence:Pence
Session id:id blocks:Block+ openHours?:flag places?:Number site?
Block starts:local ends:local
Between from?:date to?:date
Learners min?:Number max?:Number perSetting?:Number
Pot id:id pence:Pence pays?:Selector from?:date to?:date
Limit id:id measure:pence|minutes|release-minutes|bookings|places select?:Selector
  per?:setting|learner|term|item atMost?:0..9007199254740991 atLeast?:0..9007199254740991
Cover starts:local ends:local maxAway:Number among?:People
Adjustment kind:pin|ban item:id staff?:id* session?:id by? reason?
Policy weights?:Weights must?:Source*
Weights statutory?:Weight welfare-notice?:Weight inspection-action?:Weight inspection-recommendation?:Weight
  self-evaluation?:Weight appraisal?:Weight local-authority?:Weight sector-focus?:Weight aspiration?:Weight

Programme status:optimal|bounded engine:id requestDigest objectives:Objective* bookings:Booking*
  coverage:Coverage* totals adjustments proof:Proof/
Objective name value bound:null|0..9007199254740991
Booking id item:id session?:id term?:id offer:id pot?:id learners:id* units pence minutes startsOn? completeBy
Coverage need target alreadyMet metBy shortBy overdue? unmet:Gap*
Gap staff?:id reason:id
Proof/none kind
Proof/branch-trees kind programme:id grouping:Natural stages:Stage*
Stage multipliers:Positive* reductions:Reduction* cuts:Cut* tree:Node* narrowing:RowWeights*
Reduction lowered:Natural* raised:Natural* replaced:Natural* standIns:Natural*
Cut rows:Natural* weights:Whole* divisor:Positive flipped:Natural*
Node weights?:RowWeights* column?:Natural at?:Whole
RowWeights scale:Natural rows:Natural* weights:Whole* base?:Natural
Natural = 0..9007199254740991
Positive = 1..9007199254740991
Whole = -9007199254740991..9007199254740991`);

/** Far above what any request or programme holds: only what pretends to be one meets them. */
const READING = { depth: 100, values: 30_000_000, text: 100_000, key: 1_000, faults: 100 };

/** Reads a value once, whatever it is, as what the contract calls so; refused, and `undefined`, if not. */
export function read<T>(value: unknown, name: 'Request' | 'Programme', refuse: Refuse): T | undefined {
  const { value: copy, faults } = snapshot(value, READING);
  let sound = true;
  const tell = (path: Path, fault: string): void => {
    refuse(name === 'Request' ? 'malformed-request' : 'malformed-programme', path, `This ${fault}.`);
    sound = false;
  };
  for (const { path, found } of faults) tell(path, `must be JSON, not ${found}`);
  if (sound) look(name, copy, tell);
  const isSound = (_: unknown): _ is T => sound;
  return isSound(copy) ? copy : undefined;
}
