// The island of a lab's exercise in a chapter: set as a lab is, but without one.
import { Boundary } from '../lab-kit/frame/Boundary.tsx';
import styles from '../lab-kit/frame/lab.module.css';
import { useLabOf } from '../lab-kit/lab-of.ts';
import '../lab-kit/frame/twin.module.css';

export default function ExerciseIsland({ id }: { id: string }) {
  const { exercise } = useLabOf(id);
  return (
    <Boundary name="Exercise" home={null}>
      <div className={styles.lab} data-pagefind-ignore>
        {exercise !== undefined && <exercise.Draw />}
      </div>
    </Boundary>
  );
}
