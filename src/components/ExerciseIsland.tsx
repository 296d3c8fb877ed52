// The island of an exercise in a chapter: set as a lab is, but without one.
import { Boundary } from '../lab-kit/Boundary.tsx';
import type { Sorting as SortingData } from '../lab-kit/extras.ts';
import { Sorting } from '../lab-kit/Sorting.tsx';
import '../lab-kit/lab.css';
import '../lab-kit/twin.css';

export default function ExerciseIsland({ sorting }: { sorting: SortingData }) {
  return (
    <Boundary name="Exercise" home={null}>
      <div className="lab" data-pagefind-ignore>
        <Sorting sorting={sorting} />
      </div>
    </Boundary>
  );
}
