/* Nobody writes requests by hand. What a manager answers in five minutes is drafted into one. */
import { buildProgramme, CatalogueSchema, draftRequest, type QuestionnaireInput } from 'smartpd';
import sample from './data/catalogue.json' with { type: 'json' };

const questionnaire: QuestionnaireInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  provider: { kind: 'group', name: 'Acorns (fictional)', memberships: ['alliance-member'] },
  // people can be counted or described one by one; a pseudonym is enough
  team: [
    { id: 'manager', roles: ['manager', 'designated-safeguarding-lead'] },
    { level: 3, count: 4, roles: ['practitioner'] },
  ],
  // in the words of the report or of the team: an area of the taxonomy, another name for it, or a known phrase
  findings: [
    { about: 'SLCN', source: 'inspection-recommendation', who: { roles: ['practitioner'] } },
    { about: 'wow moments', source: 'self-evaluation' },
  ],
  budget: { pence: 40_000 },
};

const draft = draftRequest(questionnaire, { catalogue: CatalogueSchema.parse(sample) });
if (draft.status === 'drafted') {
  // what the law asks of this team came from the rulebook in force
  for (const { id } of draft.request.needs) console.log(`need ${id}`);
  // nothing is guessed: what was assumed and what was not understood is listed, to be shown and put right
  console.log(`${draft.assumptions.length} assumptions, the first: ${draft.assumptions[0]?.message}`);
  for (const { phrase } of draft.unmatched) console.log(`not understood: ${phrase}`);

  const result = buildProgramme(draft.request);
  if (result.status === 'optimal') {
    const { bookings, totals } = result.programme;
    for (const { item, offer, learners, pence } of bookings)
      console.log(`${item} (${offer}) × ${learners.length}: ${pence}p`);
    console.log(`${totals.pence}p in all; ${totals.savedPence}p saved by being a member`);
  }
}
