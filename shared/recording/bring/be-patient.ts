/** A decoder that is given nonsense may never answer. */
export const patienceMs = 10_000;

/** What comes, as long as it comes; throws where nothing did for so long. */
export async function* bePatient<T>(source: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  try {
    for (;;) {
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new Error('the decoder did not answer')), patienceMs);
      const next = await Promise.race([source.next(), late.promise]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: it may be what does not answer.
    void source.return();
  }
}
