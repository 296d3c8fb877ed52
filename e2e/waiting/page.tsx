// A page with a lab that holds everything back, with a figure that sets it.
import { cpu, ms, scenario, task } from '@interleave/simulation';
import { createRoot } from 'react-dom/client';
import { Lab } from '../../src/lab-kit/frame/Lab.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice } from '../../src/lab-kit/parameters/kinds.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import type { Figure } from '../../src/lab-kit/view.ts';
import { PLAIN } from '../support/plain-lab.ts';
import '../../src/styles/tokens.css';

const setter: Figure<unknown, unknown> = {
  id: 'setter',
  coversItself: true,
  Draw: ({ stage }) => (
    <button type="button" onClick={() => stage.set('length', 9)}>
      Set 9
    </button>
  ),
};

const lab = defineLab({
  id: 'waiting',
  title: 'Waiting',
  question: 'What is held back?',
  chapter: 'one-at-a-time',
  parameters: {
    length: choice({ label: 'Length', default: 3 }, [
      [3, '3', '3 ms'],
      [5, '5', '5 ms'],
      [9, '9', '9 ms'],
    ]),
  },
  presets: {
    three: { label: 'Three', values: {} },
    five: { label: 'Five', values: { length: 5 } },
  },
  model: simulated(({ length }: { length: number }) =>
    scenario({ horizon: ms(20), tasks: [task('A', [cpu(length)])] }),
  ),
  facts: {},
  describe: ({ values }) => [`It runs for ${values.length} ms.`],
  view: {
    ...timeline({ tasks: {}, awaited: 'an answer', many: 'tasks', subjects: ['A'] }),
    above: [setter],
  },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <Lab
    lab={lab}
    preset="three"
    knobs={['length']}
    {...PLAIN}
    veil={{ prediction: 'five', preset: 'five', from: 0 }}
  />,
);
