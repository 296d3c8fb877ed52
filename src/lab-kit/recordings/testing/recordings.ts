// Recordings for tests: the lesson's own, by name, and small ones made up.
import { readRecording } from '../read-recording.ts';
import { recordingFile } from '../recordings.ts';

/** A recording of the lesson. */
export function recordingNamed(name: string) {
  const { file, json } = recordingFile(name);
  return readRecording(file, json);
}

/** What a small recording's file holds: A computes 2 ms, waits 3 and computes 1, with the core to itself. */
export const small = () => ({
  name: 'small',
  machine: 'a machine',
  unit: 'ms',
  policy: 'SCHED_FIFO',
  cores: 1,
  program: ['A=0:2,3,1'],
  runs: 3,
  firstTaskFirst: 3,
  endsMinMedianMax: { A: [6.1, 6.2, 6.3] },
  shown: 'the first',
  tasks: [
    {
      name: 'A',
      segments: [
        ['runnable', 0, 0.1],
        ['running', 0.1, 2.1],
        ['waiting', 2.101, 5.101],
        ['runnable', 5.101, 5.201],
        ['running', 5.201, 6.201],
      ],
    },
  ],
});

export const FILE = 'content/recordings/small.json';
