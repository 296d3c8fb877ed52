// What the command line says of itself.

/** @param example the way to a file with a scenario, from where the command line was called */
export const helpFor = (
  example: string,
) => `Simulates a scenario and prints what happened: a timeline, the figures, a sentence.

  npm run -s simulate -- FILE [options]
  npm run -s simulate -- - [options]       reads the scenario from the standard input

Options
  --json          prints the whole trace as JSON instead; times in ns
  --csv           prints a row a segment instead; times in ns
  --trace FILE    also writes FILE, which ui.perfetto.dev opens
  --width N       characters a line, of the text; else the terminal's, or 100
  -h, --help      prints this

Exit codes
  0  done; a deadlock is an outcome, and is told
  2  refused: the input or an option will not do, or a file cannot be read or written
  3  cut off: the run met a limit; what was printed goes up to there

The notation: a fact a line, or several with ; between them. Times are in ms. # begins a comment.
  cores 2              the machine; one core if nothing is said
  slice 5              how long a thread may compute while others stand in line; none without it
  switch 0.005         what a switch between threads costs
  switch 0.0012, 0.0028 at 10000               and what it costs with so many runnable
  workers 8            the threads; per-task gives each task its own
  waiting frees        a thread whose task waits takes others; holds: it waits too
  device db capacity 10
  seed 7 · horizon 1000 · policy fair · tick 4 · runtime-slice 10 · runtime-switch 0.0002
  A: cpu 5, io 35, cpu 5                       a task and its steps
  B: at 30, cpu 5..15, db exp 20, lock m, cpu 1, unlock m
  page: cpu 1, together (db 20, db 30, io 50)  waits that begin at once; the last ends the step
  request x100: every 10, repeat 3 (cpu 1, io 50)     a hundred tasks
  request x100: poisson 40/s, cpu exp 10
  user x20: think exp 1000, cpu 5, db 50       users, who begin again until the horizon

Examples
  npm run -s simulate -- ${example}
  echo 'cores 2; A: cpu 5, io 35, cpu 5; B: cpu 15' | npm run -s simulate -- - --json
`;
