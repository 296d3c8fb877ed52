// The island of a recording: takes plain data, as islands must, and lays it over the run of a lab.
import { useMemo, useState } from 'react';
import { Boundary } from '../lab-kit/frame/Boundary.tsx';
import { Lab } from '../lab-kit/frame/Lab.tsx';
import { type AnyLab, firstPreset } from '../lab-kit/lab.ts';
import { useLabOf } from '../lab-kit/lab-of.ts';
import { knobsOf } from '../lab-kit/parameters/kinds.ts';
import { type RecordingOnPage, recordedLab } from '../lab-kit/recordings/recorded-lab.tsx';

/** What its sentence comes to depends on a recording, which is read here. */
const NO_ROOM = ['', ''] as const;

export default function RecordingIsland({ id, ...onPage }: RecordingOnPage & { id: string }) {
  const lab = useLabOf(id);
  return (
    <Boundary name={`Recording: ${lab.title}`} home={null}>
      <Recorded lab={lab} onPage={onPage} />
    </Boundary>
  );
}

function Recorded({ lab, onPage }: { lab: AnyLab; onPage: RecordingOnPage }) {
  // An island's props never change.
  const [recorded] = useState(() => recordedLab(lab, onPage));
  const knobs = useMemo(() => knobsOf(recorded.parameters), [recorded]);
  return (
    <Lab
      lab={recorded}
      preset={firstPreset(recorded)}
      compare={null}
      knobs={knobs}
      at={0}
      veil={null}
      ownsAddress={false}
      creditChapter={null}
      measured={null}
      room={NO_ROOM}
    />
  );
}
