/**
 * Lets a number run to its value, for the eyes only: what is read aloud is always the value.
 * @param draw called in every frame; with nothing when the number stands
 */
export function countUp(from: number, to: number, draw: (current?: number) => void): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  let begun: number | undefined;
  const step = (now: number) => {
    const left = 1 - (now - (begun ??= now)) / 900;
    // Fast at first, then settling.
    draw(left > 0 ? to - Math.round((to - from) * left ** 3) : undefined);
    if (left > 0) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
