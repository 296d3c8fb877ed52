// @ts-check
// The stages of the test commands: each is timed and counted, all run although one fails, and those that run side by
// side print in one piece as they end.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, stopping } from './children.mjs';
import { nodeBinary, ROOT, toolEnvironment } from './setup.mjs';

/** A folder for reports and for what is built only to be looked at, until this process ends. */
export function scratch() {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'interleave-test-'));
    process.on('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

/** @type {string | undefined} */
let folder;

/** @typedef {{ name: string, seconds: number, passed: number, failed: number }} Ended */
/** @type {Ended[]} */
const ended = [];

/**
 * What a stage runs its tools with: on the project's own Node; says whether the tool ended well.
 * @typedef {(args: string[], env?: NodeJS.ProcessEnv) => Promise<boolean>} Tool
 */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {(tool: Tool, report: string) => Promise<boolean>} check whether it passes; a stage of many tests writes its
 *   report to the file `report`
 * @property {(report: any) => { passed: number, failed: number }} [counts] reads the report; without it the stage
 *   passes or fails as a whole
 * @property {true} [live] prints as it goes: for a stage that runs alone
 */

/**
 * Runs one stage.
 * @param {Stage} stage @returns {Promise<boolean>} whether it passed
 */
export async function stage({ name, check, counts, live }) {
  const began = Date.now();
  let printed = '';
  if (live) console.log(`— ${name}`);
  /** @type {Tool} */
  const tool = async (args, env) => {
    const options = { cwd: ROOT, env: { ...toolEnvironment(), ...env } };
    const hear = (/** @type {string} */ text) => {
      printed += text;
    };
    const why = await run(nodeBinary(), args, options, live ? undefined : hear);
    if (stopping()) process.exit(1);
    return why === undefined;
  };
  const report = join(scratch(), `${name}.json`);
  const good = await check(tool, report);
  const found = counts === undefined ? { passed: 1, failed: 0 } : read(name, report, counts);
  const passed = good || counts !== undefined ? found.passed : 0;
  const failed = good ? found.failed : Math.max(1, found.failed);
  const seconds = Math.round((Date.now() - began) / 1000);
  ended.push({ name, seconds, passed, failed });
  if (!live) console.log(`— ${name}\n${printed.trimEnd()}`);
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s\n`,
  );
  return failed === 0;
}

/**
 * What a report counts; one that is not there is a failure.
 * @param {string} name @param {string} file @param {NonNullable<Stage['counts']>} counts
 */
function read(name, file, counts) {
  try {
    return counts(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`Found no report of the ${name}: ${error}`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * Says how long each stage took, what was left out and, in the last line, what all came to; sets the exit code.
 * @param {readonly string[]} notRun a line for each thing that was left out
 */
export function conclude(notRun) {
  for (const { name, seconds } of ended) console.log(`${String(seconds).padStart(5)} s  ${name}`);
  for (const line of notRun) console.log(line);
  const sum = (/** @type {'passed' | 'failed'} */ of) =>
    ended.reduce((all, one) => all + one[of], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
