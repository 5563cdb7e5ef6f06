import { readFileSync } from 'node:fs';

class Refused extends Error {}

function thrownBy(deed: () => void): unknown {
  try {
    deed();
  } catch (fault) {
    return fault;
  }
  return undefined;
}

test('what Node throws is an Error, and no other class of ours', () => {
  const fault = thrownBy(() => readFileSync('/no/such/file'));
  expect(fault instanceof Error).toBe(true);
  expect(fault instanceof Refused).toBe(false);
});

test('our own classes stay what they are', () => {
  expect(new Refused() instanceof Refused).toBe(true);
  expect(new Error() instanceof Refused).toBe(false);
  expect({} instanceof Error).toBe(false);
});
