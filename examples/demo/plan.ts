import {
  buildProgramme,
  type BuildResult,
  type Catalogue,
  type CheckResult,
  draftRequest,
  type DraftResult,
  type Questionnaire,
  verifyProgramme,
} from 'smartpd';

export type Draft = Extract<DraftResult, { status: 'drafted' }>;

/** What the library makes of one questionnaire, and how long that took. */
export interface Plan {
  readonly setting: string;
  readonly questionnaire: Questionnaire;
  readonly draft: DraftResult;
  readonly result?: BuildResult;
  readonly verdict?: CheckResult;
  readonly milliseconds: number;
}

/** The whole path: a questionnaire is drafted into a request, built into a programme, and verified. */
export function plan(
  setting: string,
  questionnaire: Questionnaire,
  catalogue: Catalogue,
  now: () => number,
): Plan {
  const started = now();
  const draft = draftRequest(questionnaire, { catalogue });
  const result = draft.status === 'drafted' ? buildProgramme(draft.request) : undefined;
  const verdict =
    draft.status === 'drafted' && (result?.status === 'optimal' || result?.status === 'bounded')
      ? verifyProgramme(draft.request, result.programme)
      : undefined;
  return {
    setting,
    questionnaire,
    draft,
    ...(result !== undefined && { result }),
    ...(verdict !== undefined && { verdict }),
    milliseconds: Math.round(now() - started),
  };
}
