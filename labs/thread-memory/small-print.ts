// What stands in small print under a carrier's name: its stack, and what its bars do not tell by themselves.
import { grouped } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { type Carrier, inBytes, isTouchedWhole, type LinkSetting } from './setting.ts';
import { size } from './sizes.ts';
import type { All } from './taken.ts';

/** Its lines. */
export function smallPrint(
  carrier: Carrier,
  { values, result }: Pick<Run<LinkSetting, All>, 'values' | 'result'>,
): string[] {
  const { starts } = result[carrier];
  const { connections } = values;
  const setting = inBytes(values);
  const whole = isTouchedWhole(carrier, setting) ? ', all of it touched' : '';
  const lines = {
    threads: () => [`${size(setting.stack)} of stack each${whole}`],
    jvm: () => [
      `1\u00a0MiB of stack each${whole}`,
      ...(result.jvm.asked.resident > result.threads.asked.resident
        ? ['in use also: the JVM’s own stack and record']
        : []),
    ],
    light: () => [
      '2\u00a0KiB of stack each while it waits; 128\u00a0KiB if it needs 64\u00a0KiB more',
    ],
    event: () => ['no stack of their own'],
  }[carrier]();
  return starts < connections
    ? [...lines, `${grouped(starts)} of ${grouped(connections)} start`]
    : lines;
}
