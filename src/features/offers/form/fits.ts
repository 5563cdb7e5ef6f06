/**
 * Whether a value from the phone's storage has the shape of `example`: records by their fields, every entry of a
 * list as the example's first, other values by their type. Null in the example stands for nothing or a number.
 */
export function fits(value: unknown, example: unknown): boolean {
  if (example === null) return value === null || typeof value === 'number';
  if (Array.isArray(example)) {
    const [one] = example as readonly unknown[];
    return Array.isArray(value) && value.every((entry) => fits(entry, one));
  }
  if (typeof example === 'object') {
    return (
      isRecord(value) && Object.entries(example).every(([name, part]) => fits(value[name], part))
    );
  }
  return typeof value === typeof example;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
