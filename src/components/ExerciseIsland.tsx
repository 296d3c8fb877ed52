// The island of an exercise in a chapter: set as a lab is, but without one.

import type { Sorting as SortingData } from '../lab-kit/extras.ts';
import { Sorting } from '../lab-kit/figures/sorting/Sorting.tsx';
import { Boundary } from '../lab-kit/frame/Boundary.tsx';
import '../lab-kit/frame/lab.css';
import '../lab-kit/frame/twin.css';

export default function ExerciseIsland({ sorting }: { sorting: SortingData }) {
  return (
    <Boundary name="Exercise" home={null}>
      <div className="lab" data-pagefind-ignore>
        <Sorting sorting={sorting} />
      </div>
    </Boundary>
  );
}
