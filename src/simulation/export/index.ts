// What a trace is written as: text for a terminal; and in pieces JSON, CSV, and the format of Chrome's tracing.

export { toChromeTrace } from './chrome-trace.ts';
export { toCsv } from './csv.ts';
export { toJson } from './json.ts';
export { LEAST_WIDTH, type TerminalOptions, toTerminal } from './terminal.ts';
