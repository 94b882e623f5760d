/* Who can be spared: from the rota and the children expected to the cover periods of a request. */
import {
  buildProgramme,
  CatalogueSchema,
  draftRequest,
  type QuestionnaireInput,
  type RequestInput,
} from 'smartpd';
import { coverFromRota, weekly } from 'smartpd/rules';
import sample from './data/catalogue.json' with { type: 'json' };
import rota from './data/day-nursery-rota.json' with { type: 'json' };

// what the files of the nursery say: its people one by one, its opening hours, and the week that it repeats
const { openingHours, team, week } = rota as {
  openingHours: RequestInput['setting']['openingHours'];
  team: QuestionnaireInput['team'];
  week: Parameters<typeof weekly>[0];
};
// a few courses in working hours; the sample excludes others beside one of them, which are not here
const courses = CatalogueSchema.parse(sample)
  .items.filter(({ id }) => ['pfa-weekday-sessions', 'slcn-stage-1', 'maths-live'].includes(id))
  .map((item) => ({ ...item, excludes: [] }));
const draft = draftRequest(
  {
    asOf: '2026-09-01',
    window: { from: week.from, to: week.to },
    provider: { kind: 'group', name: 'A day nursery of fourteen (fictional)' },
    team,
    findings: ['SLCN', 'maths'].map((about) => ({ about, source: 'self-evaluation' })),
    budget: { pence: 150_000 },
  },
  { catalogue: { id: 'courses', asOf: '2026-09-01', items: courses } },
);
const year = weekly(week);
if (draft.status === 'drafted' && year.status === 'repeated') {
  const { staff } = draft.request;
  const setting = { ...draft.request.setting, openingHours };
  // only when courses take place: a whole year of cover is more than a request takes
  const during = courses.flatMap(({ sessions = [] }) => sessions.flatMap(({ blocks }) => blocks));
  const cover = coverFromRota({ setting, staff, rota: year.rota, children: year.children, during });
  if (cover.status === 'invalid') throw new Error(cover.issues[0]?.message);

  console.log(`${cover.periods.length} cover periods, ${cover.breaches.length} breaches`);
  for (const { starts, ends, needed, counted, mostAway } of cover.stretches.slice(0, 4))
    console.log(
      `${starts} to ${ends.slice(11)}: ${counted.length} there, ${needed.heads} needed, ${mostAway} can go`,
    );
  for (const { message } of cover.notes.filter(({ rule }) => rule === 'level-6')) console.log(message);

  const show = (what: string, request: RequestInput): void => {
    console.log(what);
    const result = buildProgramme(request);
    if (result.status === 'optimal')
      for (const { item, session, learners } of result.programme.bookings)
        console.log(`  ${item}, ${session}: ${learners.join(', ')}`);
  };
  show('without a rota', draft.request);
  show('with cover from the rota', { ...draft.request, setting, cover: cover.periods });
}
