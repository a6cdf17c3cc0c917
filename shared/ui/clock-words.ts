/** Seconds as a clock shows them: `0:42`, `2:00`. */
export const clockWords = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
