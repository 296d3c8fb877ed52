// The operational laws, against textbooks' figures and each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interactiveResponse, littlesLaw, utilisationLaw } from './laws.ts';
import { mm1 } from './queues.ts';

describe("Little's law", () => {
  test("Jain's disk, example 30.3: 100 requests a second of 100 ms each are 10", () => {
    expect(littlesLaw(100, 100)).toBe(10);
  });

  test('holds of the whole of a queue and of those who wait in it', () => {
    const { meanNumber, meanResponse, meanWaiting, meanWait } = mm1(125, 2);
    expect(littlesLaw(125, meanResponse)).toBe(meanNumber);
    expect(littlesLaw(125, meanWait)).toBe(meanWaiting);
  });
});

describe('the utilisation law', () => {
  test("Jain's gateway, example 33.1: 125 packets a second of 2 ms each are a quarter", () => {
    expect(utilisationLaw(125, 2)).toBe(0.25);
  });

  test('several servers share the work', () => {
    expect(utilisationLaw(125, 20, 4)).toBe(0.625);
  });

  test('a server can be busy all the time, and a throughput that was computed be rounded up', () => {
    expect(utilisationLaw(100, 10)).toBe(1);
    expect(utilisationLaw(100 * (1 + Number.EPSILON), 10)).toBe(1);
  });

  test('what is more than can be served is refused', () => {
    expect(() => utilisationLaw(501, 4, 2)).toThrow(
      'throughput: found 501; at most 500 per second, for its servers, would do.',
    );
  });
});

describe('the interactive response time law', () => {
  test('by hand: 26 users who think 250 ms and are answered 80 times a second wait 75 ms', () => {
    expect(interactiveResponse(26, 80, 250)).toBe(75);
  });

  test("is Little's law for users, who think or wait", () => {
    const ms = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), ms, ms, (users, response, think) => {
        const throughput = (1000 * users) / (response + think);
        const waiting = littlesLaw(throughput, interactiveResponse(users, throughput, think));
        expect(waiting + littlesLaw(throughput, think)).toBeCloseTo(users, 6);
      }),
    );
  });

  test('what so many users cannot ask for is refused', () => {
    expect(() => interactiveResponse(10, 6, 2000)).toThrow(
      'throughput: found 6; at most 5 per second',
    );
  });
});
