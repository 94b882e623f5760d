/* One setting or many: the functions are pure, so a loop is all it takes. Every way a build can end is handled. */
import {
  buildProgramme,
  type BuildResult,
  CatalogueSchema,
  draftRequest,
  type QuestionnaireInput,
} from 'smartpd';
import sample from './data/catalogue.json' with { type: 'json' };

const catalogue = CatalogueSchema.parse(sample);

const nursery = (practitioners: number, pounds: number): QuestionnaireInput => ({
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  provider: { kind: 'group', memberships: ['alliance-member'] },
  team: [
    { id: 'manager', roles: ['manager', 'designated-safeguarding-lead'] },
    { level: 3, count: practitioners, roles: ['practitioner'] },
  ],
  findings: [
    { about: 'SLCN', source: 'inspection-recommendation', who: { roles: ['practitioner'] } },
    { about: 'outdoor-learning', source: 'self-evaluation' },
  ],
  budget: { pence: pounds * 100 },
});

function inOneLine(result: BuildResult): string {
  switch (result.status) {
    case 'optimal':
    case 'bounded': {
      const { coverage, totals } = result.programme;
      const met = coverage.filter(({ shortBy }) => shortBy === 0).length;
      const proof = result.status === 'optimal' ? 'proved best' : 'best so far';
      return `${met} of ${coverage.length} needs met for £${(totals.pence / 100).toFixed(2)}, ${proof}`;
    }
    case 'infeasible':
      return `pins that cannot hold: see ${result.conflict.members.length} pins and bans`;
    case 'undecided':
      return 'more effort is needed to find any programme';
    case 'invalid':
      return `cannot be read: ${result.issues.length} issues`;
  }
}

for (const practitioners of [2, 4, 8]) {
  for (const pounds of [200, 400, 800]) {
    const draft = draftRequest(nursery(practitioners, pounds), { catalogue });
    if (draft.status === 'invalid') throw new Error(JSON.stringify(draft.issues));
    // effort is counted in units of work, not in seconds: the answer is the same on every machine
    const line = inOneLine(buildProgramme(draft.request, { effort: 300_000 }));
    console.log(`${practitioners} practitioners, £${pounds}: ${line}`);
  }
}
