// The island of a recording: takes plain data, as islands must, and finds the lab by its id.
import { Boundary } from '../lab-kit/frame/Boundary.tsx';
import { RecordedRun } from '../lab-kit/recordings/RecordedRun.tsx';
import type { RecordingOnPage } from '../lab-kit/recordings/use-recorded-run.ts';
import { labById } from '../lab-kit/registry.ts';

export default function RecordingIsland({ id, ...onPage }: RecordingOnPage & { id: string }) {
  const lab = labById(id);
  return (
    <Boundary name={`Recording: ${lab.title}`} home={null}>
      <RecordedRun lab={lab} {...onPage} />
    </Boundary>
  );
}
