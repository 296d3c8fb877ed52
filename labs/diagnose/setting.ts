// What can be set in this lab, and what is known of a setting: whether its reader has said what the remedy will do.

import type { Run } from '../../src/lab-kit/lab.ts';
import { choice, type Parameters, range, type Values } from '../../src/lab-kit/parameters/kinds.ts';
import type { Stage } from '../../src/lab-kit/view.ts';
import { type Asked, CASES, NEW } from './diagnosis.ts';
import type { Diagnosis, Effect, Outcome, RemedyId, Said } from './kinds.ts';
import { EFFECTS } from './said.ts';

/** The cases that stay as they are, in the order of their tabs. */
export const CASE_IDS = Object.keys(CASES);

/** What a link and the tabs call a case: its number, as its name would tell the diagnosis. @param id its name here */
export const numberOf = (id: string) => String(CASE_IDS.indexOf(id) + 1);

/** The numbers of new cases. */
export const SEEDS = { min: 1, max: 1000 } as const;

/** What remedies are called where no case says what they come to in it. */
const REMEDIES: readonly (readonly [RemedyId, string])[] = [
  ['cores', 'more cores'],
  ['cpu', 'a faster CPU'],
  ['threads', 'more threads'],
  ['fewer-threads', 'fewer threads'],
  ['pool', 'a larger pool'],
  ['small-pool', 'a smaller pool'],
  ['query', 'faster queries'],
  ['together', 'queries together'],
  ['fewer', 'fewer queries'],
  ['cache', 'a cache'],
  ['processes', 'more processes'],
  ['pieces', 'computing in pieces'],
  ['short-lock', 'a shorter lock'],
  ['less-retry', 'fewer retries'],
  ['quick-retry', 'quicker retries'],
  ['db-cores', 'a larger database'],
  ['own-pool', 'a pool of its own'],
  ['both', 'both'],
];

/** What a remedy is called whatever the case: "a larger pool". */
export const remedyName = (id: RemedyId) => REMEDIES.find(([remedy]) => remedy === id)?.[1] ?? id;

/** The remedies of a case that stays as it is, in the order of their buttons. @param id its name here */
export const remediesOf = (id: string): RemedyId[] =>
  (CASES[id]?.remedies ?? []).map((remedy) => remedy.id);

/** The name here of a case that a link calls by its number; a new one has none but `new`. */
const idOf = (number: string): string =>
  number === NEW ? NEW : (CASE_IDS[Number(number) - 1] as string);

export const parameters = {
  case: choice<string>({ label: 'Case', default: '1', byFigure: true }, [
    ...CASE_IDS.map(numberOf).map((number) => [number, number, `case ${number}`] as const),
    [NEW, 'New', 'a new case'],
  ]),
  seed: range(
    {
      label: 'Case number',
      unit: '',
      ...SEEDS,
      step: 1,
      default: 1,
      byFigure: true,
      applies: (values) => values.case === NEW,
    },
    (seed) => `number ${seed}`,
  ),
  remedy: choice<string>(
    {
      label: 'Remedy',
      default: 'none',
      byFigure: true,
      applies: ({ remedy }) => remedy !== 'none',
      // What a new case offers is known once it is drawn.
      fits: (remedy, { case: of }) =>
        remedy === 'none' || of === NEW || remediesOf(idOf(String(of))).includes(String(remedy)),
    },
    [
      ['none', 'none', 'no remedy'],
      ...REMEDIES.map(([id, name]) => [id, name, `with ${name}`] as const),
    ],
  ),
  said: choice<Said>(
    {
      label: 'The 95% will be',
      default: 'none',
      byFigure: true,
      applies: ({ said }) => said !== 'none',
    },
    [
      ['none', 'nothing said', 'nothing said of it'],
      ...EFFECTS.map(([effect, label]) => [effect, label, `“${label}” said of it`] as const),
      ['shown', 'show me', 'its effect shown'],
    ],
  ),
} satisfies Parameters;

export type Setting = Values<typeof parameters>;
export type OwnRun = Run<Setting, Diagnosis>;
export type OwnStage = Stage<Setting, Diagnosis, unknown>;

/** The case that a setting is of, by its name here. */
export const askedOf = (values: Pick<Setting, 'case' | 'seed'>): Asked => ({
  case: idOf(values.case),
  seed: values.seed,
});

/** The remedy that is chosen; null where none is. */
export const chosenOf = ({ values, result }: OwnRun): Outcome | null =>
  result.outcomes.find(({ id }) => id === values.remedy) ?? null;

/** What is known once a reader has chosen a remedy and said what it will do, or asked to be shown. */
export interface Answer {
  readonly chosen: Outcome;
  /** What the reader said; null where they asked to be shown. */
  readonly said: Effect | null;
}

/** Null until a remedy is chosen and something is said of it: before that nothing that tells the answer is shown. */
export function answerOf(run: OwnRun): Answer | null {
  const chosen = chosenOf(run);
  const { said } = run.values;
  if (chosen === null || said === 'none') return null;
  return { chosen, said: said === 'shown' ? null : said };
}

/** The remedy that helps most. */
export const rightOf = ({ outcomes, right }: Diagnosis): Outcome =>
  outcomes.find(({ id }) => id === right) as Outcome;

/** Which case a setting is of: "case 3". */
export const caseName = ({ case: number, seed }: Pick<Setting, 'case' | 'seed'>) =>
  number === NEW ? `new case ${seed}` : `case ${number}`;

/** The same among all: "case 3 of 12". */
export const caseSaid = (values: Pick<Setting, 'case' | 'seed'>) =>
  values.case === NEW ? caseName(values) : `${caseName(values)} of ${CASE_IDS.length}`;
