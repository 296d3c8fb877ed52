// A page with a lab in which two settings fail: one cannot be simulated, of another there are no words.
import { cpu, scenario, task } from '@interleave/simulation';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../../src/lab-kit/frame/Boundary.tsx';
import { Lab } from '../../src/lab-kit/frame/Lab.tsx';
import { type AnyLab, defineLab } from '../../src/lab-kit/lab.ts';
import { choice } from '../../src/lab-kit/parameters/parameters.ts';
import '../../src/styles/tokens.css';

const lab = defineLab({
  id: 'failing',
  title: 'Failing',
  question: 'What if?',
  chapter: 'index',
  parameters: {
    cores: choice({
      label: 'Cores',
      options: [1, 2, 0, 3].map((value) => ({ value, label: String(value) })),
      default: 1,
      words: (cores) => `${cores} cores`,
    }),
  },
  presets: { first: { label: 'First', values: {} } },
  scenario: ({ cores }) => scenario({ cores, tasks: [task('A', [cpu(10 * cores)])] }),
  subjects: ['A'],
  facts: {},
  describe: (trace, _, __, { cores }) => {
    if (cores === 3) throw new Error('no words for three');
    return [`It ends at ${trace.end / 1e6} ms.`];
  },
  tables: () => [],
  view: { tasks: {}, awaited: 'an answer', many: 'tasks', first: 'timeline' },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <main>
    <h1>Before and after</h1>
    <Boundary name="Lab: Failing" home={null}>
      <Lab
        lab={lab as unknown as AnyLab}
        preset="first"
        compare={null}
        knobs={['cores']}
        at={0}
        veil={null}
        ownsAddress={false}
        creditChapter={null}
      />
    </Boundary>
    <p>The page goes on.</p>
  </main>,
);
