// A page with a lab that counts how often each of its parts is drawn, in data attributes of the page.
import { cpu, io, scenario, task } from '@interleave/simulation';
import { createRoot } from 'react-dom/client';
import { Lab } from '../../src/lab-kit/frame/Lab.tsx';
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { toggle } from '../../src/lab-kit/parameters/kinds.ts';
import { simulated } from '../../src/lab-kit/timeline/simulated.ts';
import { timeline } from '../../src/lab-kit/timeline/view.tsx';
import type { Figure } from '../../src/lab-kit/view.ts';
import { PLAIN } from '../support/plain-lab.ts';
import '../../src/styles/tokens.css';

const count = (what: string) => {
  const { dataset } = document.documentElement;
  dataset[what] = String(Number(dataset[what] ?? 0) + 1);
};

/** Of a figure that follows the playhead, and of one that does not. */
const follower: Figure<unknown, unknown> = {
  id: 'follower',
  Draw({ stage }) {
    useAt(stage.playhead);
    count('follower');
    return null;
  },
};
const other: Figure<unknown, unknown> = {
  id: 'other',
  Draw() {
    count('other');
    return null;
  },
};

const requests = timeline({ tasks: {}, awaited: 'an answer', many: 'tasks', subjects: ['A'] });
const lab = defineLab({
  id: 'playing',
  title: 'Playing',
  question: 'What moves?',
  chapter: 'one-at-a-time',
  parameters: { on: toggle({ label: 'On', note: '', default: false }, ['off', 'on']) },
  presets: { first: { label: 'First', values: {} } },
  model: simulated(() =>
    scenario({ tasks: ['A', 'B'].map((name) => task(name, [cpu(5), io(35), cpu(5)])) }),
  ),
  facts: {},
  describe: () => {
    count('frame');
    return ['It plays.'];
  },
  view: { ...requests, below: [follower, other] },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <Lab lab={lab} preset="first" knobs={['on']} {...PLAIN} />,
);
