// @ts-check
// Every npm script begins here: `node src/tools/launch.mjs NAME …`. A Node that is too old for the rest can still read
// this, and say so.
const OLDEST = 20;

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  console.error(`Found Node ${process.versions.node}; Node ${OLDEST} or newer is needed.`);
  process.exit(1);
} else {
  import('./commands.mjs').then((commands) => commands.launch(process.argv.slice(2)));
}
