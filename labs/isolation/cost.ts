// What handing a message over takes: the switch measured, the rate of copying assumed.
import { hopsFor, type Setting } from './handing.ts';

/** µs: a byte through a pipe to a process on the same core, and the switch that it takes, measured. */
export const HOP = 2.2;
/** bytes a µs that one copy takes through a core, assumed: 10 GB/s. */
const COPIED_PER_US = 10_000;

/** µs: a pointer is handed over, whatever it points at, and the other thread takes the core. */
export const pointerTime = () => HOP;

/** µs: the kernel copies so many bytes in and out, with a switch for each fill of the pipe. */
export const copyTime = (size: number) => (2 * size) / COPIED_PER_US + hopsFor(size) * HOP;

/** µs until C has the message. */
export const timeToC = ({ c, size }: Setting) => (c === 'process' ? copyTime(size) : pointerTime());
