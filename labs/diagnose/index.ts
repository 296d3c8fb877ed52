// Lab "diagnose": what an engineer on call sees of a slow service, and what each remedy would do about it.
import { defineLab } from '../../src/lab-kit/lab.ts';
import { away } from './away.ts';
import { choose } from './choose.tsx';
import { diagnosisOf } from './diagnosis.ts';
import { draw } from './draw.tsx';
import { facts } from './facts.ts';
import { outcome } from './outcome.tsx';
import { presets } from './presets.ts';
import { askedOf, caseSaid, parameters } from './setting.ts';
import { symptoms } from './symptoms.tsx';
import { tables } from './tables.ts';

export default defineLab({
  id: 'diagnose',
  title: 'Diagnose',
  question: 'A service is slow. Which knob would you turn?',
  chapter: 'which-knob-to-turn',
  parameters,
  presets,
  caseOf: (values) => ({ preset: askedOf(values).case, said: caseSaid(values) }),
  model: { run: (values) => diagnosisOf(askedOf(values)), away },
  facts,
  describe: ({ result }) => result.story,
  tables,
  simplified:
    'Every case is simulated: requests arrive at random for a minute, and each remedy is tried with the same requests. A real service has several of these problems at once, and its load changes over the day. Remedies that cost money or weeks of work are compared here by nothing but the latency.',
  view: { figures: [draw, symptoms, choose, outcome] },
});
