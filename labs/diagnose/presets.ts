// The settings that links and chapters name: each case as a question, a new one, and each remedy of each case shown.
import type { Preset } from '../../src/lab-kit/lab.ts';
import { NEW } from './diagnosis.ts';
import { CASE_IDS, numberOf, type parameters, remediesOf, remedyName } from './setting.ts';

type OwnPreset = Preset<typeof parameters>;

const questions = CASE_IDS.map((id): [string, OwnPreset] => [
  id,
  { label: numberOf(id), values: { case: numberOf(id) } },
]);

const shown = CASE_IDS.flatMap((id) =>
  remediesOf(id).map((remedy): [string, OwnPreset] => [
    `${id}-${remedy}`,
    {
      label: `${numberOf(id)}, ${remedyName(remedy)}`,
      values: { case: numberOf(id), remedy, said: 'shown' },
      quoted: true,
    },
  ]),
);

export const presets: Readonly<Record<string, OwnPreset>> = Object.fromEntries([
  ...questions,
  [NEW, { label: 'New', values: { case: NEW } }],
  ...shown,
]);
