const mostKeys = 10_000;

/** Who asks too often is told so: a bucket of `burst` that refills with `perSecond`, one for each key. */
export function makeLimiter(burst: number, perSecond: number) {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key: string, nowMs: number): boolean => {
    const bucket = buckets.get(key) ?? { left: burst, at: nowMs };
    const refilled = Math.min(
      burst,
      bucket.left + (Math.max(0, nowMs - bucket.at) / 1_000) * perSecond,
    );
    const allowed = refilled >= 1;
    // Whoever asked last stands last; when there are too many, whoever has not asked for longest is forgotten.
    buckets.delete(key);
    buckets.set(key, { left: allowed ? refilled - 1 : refilled, at: nowMs });
    const [longest] = buckets.keys();
    if (buckets.size > mostKeys && longest !== undefined) buckets.delete(longest);
    return allowed;
  };
}
