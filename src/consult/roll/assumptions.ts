import { poundsOf } from '../../intake/draft-amounts.js';
import { type RollAssumption, type Rolling, say } from './rolling.js';
import { assumedOfRules } from './rule-assumptions.js';

const numberOf = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What was taken for granted, in the order of the request's parts. */
export function assumptionsOf(rolling: Rolling): RollAssumption[] {
  return [
    ...ofDays(rolling),
    ...assumedOfRules(rolling),
    ...ofDone(rolling),
    ...ofMeans(rolling),
    ...ofChoice(rolling),
  ];
}

function ofDays({ before, request, years, given }: Rolling): RollAssumption[] {
  const { from, to } = request.window;
  const told: RollAssumption[] = [];
  if (!given.window)
    told.push(
      say(
        years === 0
          ? `What is left of the window is ${from} to ${to}.`
          : `The window moves on by ${numberOf(years, 'year')}: ${from} to ${to}.`,
        'request',
        'window',
      ),
    );
  // a window that was cut to what was left of it begins on the day it was cut
  if (!given.window && years > 0 && before.window.from === before.asOf)
    told.push(
      say(
        `The window before began on the day of asking, ${before.asOf}: if it had been cut to what was left of it, pass the whole window and its terms.`,
        'options',
        'window',
      ),
    );
  const kept = new Set(request.terms?.map(({ id }) => id));
  const over = (before.terms ?? []).map(({ id }) => id).filter((id) => !kept.has(id));
  if (over.length > 0)
    told.push(
      say(`Nothing of these terms lies in the window: ${[...over].sort().join(', ')}.`, 'request', 'terms'),
    );
  return told;
}

function ofDone({ request, done, selfPaced, open, undone, years }: Rolling): RollAssumption[] {
  const told: RollAssumption[] = [];
  const ahead = done.filter(
    ({ learners, completedOn }) => learners.length > 0 && completedOn >= request.asOf,
  );
  const past = done.length - ahead.length;
  if (past > 0)
    told.push(
      say(
        `${numberOf(past, 'booking')} whose day is past ${past === 1 ? 'is' : 'are'} taken to be done: list in options.undone what was not taken, and in options.missed who was not there.`,
        'programme',
        'bookings',
      ),
    );
  for (const { booking, learners, completedOn } of ahead)
    told.push(
      say(
        `"${booking}" is under way: it is taken to be seen through by ${learners.join(', ')}, with records of its last day, ${completedOn}, to be paid for, and to take its days still to come. List it in options.undone if it was called off, and in options.missed who will not finish.`,
        'programme',
        'bookings',
      ),
    );
  if (selfPaced > 0)
    told.push(
      say(
        `What is self-paced (${numberOf(selfPaced, 'booking')}) is taken to be completed on the last day it was to be completed by: correct the records of those who were earlier.`,
        'request',
        'staff',
      ),
    );
  if (undone > 0)
    told.push(
      say(
        'What was not taken is taken to have cost nothing: lower the pot if it was paid for.',
        'request',
        'funding',
      ),
    );
  if (open > 0 && years > 0)
    told.push(
      say(
        'What was not taken by the end of the window is promised to nobody any more.',
        'request',
        'baseline',
      ),
    );
  return told;
}

function ofMeans({ before, request, years, done, pots, given }: Rolling): RollAssumption[] {
  const told = (pots ?? []).flatMap(({ pot, assumed }) => {
    const index = request.funding.findIndex(({ id }) => id === pot.id);
    return assumed === undefined
      ? []
      : [say(`${assumed}: "${pot.id}" holds ${poundsOf(pot.pence)}.`, 'request', 'funding', index)];
  });
  if (request.staff.some(({ time }) => time !== undefined))
    told.push(
      say(
        years === 0
          ? 'What the bookings done have taken is off the minutes of each person, own time first where a session did not need release.'
          : 'Each person has the same minutes again.',
        'request',
        'staff',
      ),
    );
  const granted = new Set<string>(request.catalogue.items.flatMap(({ grants = [] }) => grants));
  request.setting.entitlements?.forEach((id, index) => {
    const isNew = before.setting.entitlements?.includes(id) !== true;
    if (isNew)
      told.push(
        say(
          `"${id}" was bought and is held until ${request.window.to}: take it out when it ends.`,
          'request',
          'setting',
          'entitlements',
          index,
        ),
      );
    else if (years > 0 && granted.has(id))
      told.push(
        say(
          `"${id}" is still held: take it out if it has ended and would have to be bought.`,
          'request',
          'setting',
          'entitlements',
          index,
        ),
      );
  });
  if (years === 0 && done.length > 0 && (request.limits ?? []).length > 0)
    told.push(
      say('Limits bound what is still to come alone: lower them by what is done.', 'request', 'limits'),
    );
  if (!given.catalogue)
    told.push(
      say(
        `Prices, courses and their dates are those of ${request.catalogue.asOf}: pass the catalogue of today.`,
        'options',
        'catalogue',
      ),
    );
  return told;
}

const ofChoice = ({ dropped }: Rolling): RollAssumption[] =>
  dropped.adjustments.map((message) => say(message, 'request', 'adjustments'));
