/**
 * For long work on the event loop: call and await the result after each small piece. Every few milliseconds it lets the
 * others have their turn, else it goes on at once.
 */
export function createTurns(everyMs = 4): () => Promise<void> {
  let beganAt = performance.now();
  return async () => {
    if (performance.now() - beganAt < everyMs) return;
    await new Promise(setImmediate);
    beganAt = performance.now();
  };
}
