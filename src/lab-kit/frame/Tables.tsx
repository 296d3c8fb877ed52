// A lab's exact figures: its tables that stand open, and those behind a disclosure.
import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AnyLab, Run } from '../lab.ts';
import type { MeasuredTable } from '../measured.ts';
import type { Table } from '../tables.ts';
import { counted } from '../units.ts';
import { DataTable } from './DataTable.tsx';
import { Measured } from './Measured.tsx';
import styles from './tables.module.css';
import { tablesOf } from './tables-of.ts';
import { useFollowing } from './use-following.ts';
import { usePrint } from './use-print.ts';

interface TablesProps {
  lab: AnyLab;
  runs: readonly Run[];
  /** The names of the parameters that can be set here. */
  knobs: readonly string[];
  /** What was measured, where it is shown. */
  measured: MeasuredTable | null;
}

/**
 * Those that stand open, what was measured, and those behind the disclosure. Tables are read when a knob rests, and so
 * follow a step behind the drawing.
 */
export const Tables = memo(function Tables({ lab, runs, knobs, measured }: TablesProps) {
  const { model } = lab;
  const pieces = useCallback(
    function* (of: readonly Run[]) {
      for (const { values } of of) yield* model.ahead?.(values) ?? [];
    },
    [model],
  );
  const settled = useFollowing(runs, model.ahead === undefined ? undefined : pieces);
  const tables = useMemo(() => tablesOf(lab, settled, knobs), [lab, settled, knobs]);
  const stale = settled !== runs || undefined;
  return (
    <>
      <div className={styles.open} aria-busy={stale}>
        {tables
          .filter(({ shown }) => shown === 'always')
          .map((table) => (
            <DataTable key={table.caption} table={table} />
          ))}
      </div>
      {measured !== null && <Measured {...measured} />}
      <AskedTables
        tables={tables.filter(({ shown, rows }) => shown === 'asked' && rows.length > 0)}
        stale={stale}
      />
    </>
  );
});

/** With more rows than this tables would fill a dozen sheets of paper. */
const MOST_PRINTED = 250;

interface AskedProps {
  tables: readonly Table[];
  /** Whether they are of the run before. */
  stale: true | undefined;
}

/** The tables behind the disclosure. */
function AskedTables({ tables, stale }: AskedProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const onPaper = tables.every(({ rows }) => rows.length <= MOST_PRINTED);
  const wanted = useWanted(details, onPaper);
  const records = tables.filter(({ name }) => name !== undefined);
  const count = (records.length > 0 ? records : tables).reduce(
    (sum, { rows }) => sum + rows.length,
    0,
  );
  if (tables.length === 0) return null;
  return (
    <details
      ref={details}
      className={styles.tables}
      // Long ones stay so.
      data-live={tables.some(({ long }) => long) ? undefined : 'closed'}
      data-paper={onPaper ? undefined : 'summary'}
      aria-busy={(wanted && stale) || undefined}
    >
      <summary>{`${records[0]?.name ?? 'Tables'}, ${counted(count, 'row')}`}</summary>
      {wanted &&
        tables.map((table) => (
          <div key={table.caption} data-screen={table.screen}>
            <DataTable table={table} />
          </div>
        ))}
    </details>
  );
}

/**
 * Whether the tables are to be there: in the page as it was built, for readers without scripts; then only while they
 * are open, or the page is printed, since a row for each of a hundred requests would slow down every drag.
 *
 * @param onPaper whether they are short enough to be printed
 */
function useWanted(details: RefObject<HTMLDetailsElement | null>, onPaper: boolean): boolean {
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
  return open || (printing && onPaper);
}
