// @ts-check
// A program of its own: runs a WebKitWebDriver on a screen that nobody sees, until its standard input ends. So nothing
// stays behind, however the process ends that started it.
import { spawn } from 'node:child_process';

const [xvfb = '', driver = '', port = ''] = process.argv.slice(2);
/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

function end() {
  // The driver first: without its screen, the browser would complain.
  for (const child of children.reverse()) child.kill('SIGKILL');
  process.exit();
}
process.stdin.on('end', end).on('error', end).resume();

const screen = spawn(
  xvfb,
  ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
);
children.push(screen);
screen.once('exit', end).once('error', end);
screen.stdio[3]?.once('data', (display) => {
  const env = {
    ...process.env,
    DISPLAY: `:${String(display).trim()}`,
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    // Scroll bars that take room from the page.
    GTK_OVERLAY_SCROLLING: '0',
  };
  const started = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
  children.push(started);
  started.once('exit', end).once('error', end);
});
