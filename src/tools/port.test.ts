// The choice of a port.
import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from './port.mjs';

const servers: Server[] = [];

/** Listens on a port, any one for 0, and gives it. */
function take(port: number, address = '127.0.0.1'): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: address, ipv6Only: address === '::' }, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
    });
  });
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await new Promise((resolve) => server.close(resolve));
  }
});

it('takes the wanted port when it is free', async () => {
  const port = await take(0);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await freePort(port)).toBe(port);
});

it('takes a later one, which can be listened on, when it is not', async () => {
  const port = await take(0);
  const free = await freePort(port);
  expect(free).toBeGreaterThan(port);
  expect(await take(free)).toBe(free);
});

it.each(['::1', '0.0.0.0', '::'])(
  'takes a later one when somebody else answers on %s',
  async (address) => {
    const port = await take(0, address);
    expect(await freePort(port)).toBeGreaterThan(port);
  },
);
