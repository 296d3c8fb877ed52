// Measures how fast the engine is, beside its yardsticks, and judges the figures. Only bad options make it fail.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Results } from './results.ts';
import { scaling, variants } from './run-tables.ts';
import { count, print } from './table.ts';
import { SIZES, USUAL, verdicts } from './verdicts.ts';

const ABOUT = `\
Each line is measured in a process of its own, in runs after others for warming up.
Timed: the engine from a scenario, made and checked before, to a whole trace with all causes, in typed arrays;
the yardsticks from the same scenario to the same segments as objects. Apart, not in the time: "made", the scenario
made and checked; "read", all segments of a trace made into objects, as they are when they are first read.
Segments are those of tasks and cores. Peak memory is of the whole process, up to the end of its first run. "of N/10" is
the best time by that of a tenth of the tasks; "of engine", by the engine's.
Yardsticks: objects, the same rules with an object for each task, core, event and segment, causes too; simjs 2.0.3 and
simscript 1.0.37, libraries for simulations of events, without causes, as far as their times allow.`;

function isQuick(args: string[]): boolean {
  try {
    return parseArgs({ args, options: { quick: { type: 'boolean' } } }).values.quick ?? false;
  } catch {
    const found = args.map((one) => JSON.stringify(one)).join(' ');
    process.stderr.write(
      `bench: found ${found}; nothing, or --quick to stop at ${count(USUAL)} tasks, would do.\n`,
    );
    process.exit(2);
  }
}

const quick = isQuick(process.argv.slice(2));
const sizes = SIZES.filter((tasks) => !quick || tasks <= USUAL);
const results = new Results();
print(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`);
print(ABOUT);
scaling(results, sizes);
variants(results);
print('\nVerdicts, by best times and the worst of all that was measured\n');
for (const { wanted, measured, outcome } of verdicts(results, sizes)) {
  print(`${wanted.padEnd(68)}${outcome.padEnd(14)}${measured}`);
}
