// A page with a lab in which two settings fail: one cannot be simulated, of another there are no words.
import { cpu, scenario, task } from '@interleave/simulation';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../../src/lab-kit/frame/Boundary.tsx';
import { Lab } from '../../src/lab-kit/frame/Lab.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, type Parameters, type Values } from '../../src/lab-kit/parameters/kinds.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import { PLAIN } from '../support/plain-lab.ts';
import '../../src/styles/tokens.css';

const parameters = {
  cores: choice(
    { label: 'Cores', default: 1 },
    [1, 2, 0, 3].map((cores) => [cores, String(cores), `${cores} cores`]),
  ),
} satisfies Parameters;

const lab = defineLab({
  id: 'failing',
  title: 'Failing',
  question: 'What if?',
  chapter: 'one-at-a-time',
  parameters,
  presets: { first: { label: 'First', values: {} } },
  model: simulated(({ cores }: Values<typeof parameters>) =>
    scenario({ cores, tasks: [task('A', [cpu(10 * cores)])] }),
  ),
  facts: {},
  describe: ({ values: { cores }, result }) => {
    if (cores === 3) throw new Error('no words for three');
    return [`It ends at ${result.end / 1e6} ms.`];
  },
  view: timeline({ tasks: {}, awaited: 'an answer', many: 'tasks', subjects: ['A'] }),
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <main>
    <h1>Before and after</h1>
    <Boundary name="Lab: Failing" home={null}>
      <Lab lab={lab} preset="first" knobs={['cores']} {...PLAIN} />
    </Boundary>
    <p>The page goes on.</p>
  </main>,
);
