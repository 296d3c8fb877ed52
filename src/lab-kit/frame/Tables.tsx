// A lab's exact figures: its tables that stand open, and those behind a disclosure.
import {
  memo,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AnyLab, Run } from '../lab.ts';
import { tablesOfEach } from '../tables.ts';
import { counted } from '../units.ts';
import { DataTable } from './DataTable.tsx';
import styles from './tables.module.css';
import { tablesOf } from './tables-of.ts';
import { usePrint } from './use-print.ts';

interface TablesProps {
  lab: AnyLab;
  runs: readonly Run[];
}

interface AskedProps extends TablesProps {
  /** The names of the parameters that can be set here. */
  knobs: readonly string[];
}

/** The tables of a lab's own that stand open: read when a knob rests, and so a step behind the drawing. */
export const OpenTables = memo(function OpenTables({ lab: { tables }, runs }: TablesProps) {
  const settled = useDeferredValue(runs);
  const open = useMemo(
    () =>
      tables === undefined
        ? []
        : tablesOfEach(settled, tables).filter(({ shown }) => shown === 'always'),
    [tables, settled],
  );
  return (
    <div className={styles.open} aria-busy={settled !== runs || undefined}>
      {open.map((table) => (
        <DataTable key={table.caption} table={table} />
      ))}
    </div>
  );
});

/** The tables behind the disclosure, a step behind the knobs. */
export const AskedTables = memo(function AskedTables({ lab, runs, knobs }: AskedProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const wanted = useWanted(details);
  const settled = useDeferredValue(runs);
  const asked = useMemo(
    () => tablesOf(lab, settled, knobs).filter(({ shown }) => shown === 'asked'),
    [lab, settled, knobs],
  );
  const records = asked.filter(({ name }) => name !== undefined);
  const count = (records.length > 0 ? records : asked).reduce(
    (sum, { rows }) => sum + rows.length,
    0,
  );
  if (asked.length === 0) return null;
  return (
    <details
      ref={details}
      className={styles.tables}
      // Long ones stay so.
      data-live={asked.some(({ long }) => long) ? undefined : 'closed'}
      aria-busy={(wanted && settled !== runs) || undefined}
    >
      <summary>{`${records[0]?.name ?? 'Tables'}, ${counted(count, 'row')}`}</summary>
      {wanted &&
        asked.map((table) => (
          <div key={table.caption}>
            <DataTable table={table} />
          </div>
        ))}
    </details>
  );
});

/**
 * Whether the tables are to be there: in the page as it was built, for readers without scripts; then only while they
 * are open, or the page is printed, since a row for each of a hundred requests would slow down every drag.
 */
function useWanted(details: RefObject<HTMLDetailsElement | null>): boolean {
  const [open, setOpen] = useState(true);
  const printing = usePrint();
  useEffect(() => {
    const element = details.current;
    const update = () => setOpen(element?.open === true);
    // They may have been opened before the page was live.
    update();
    element?.addEventListener('toggle', update);
    return () => element?.removeEventListener('toggle', update);
  }, [details]);
  return open || printing;
}
