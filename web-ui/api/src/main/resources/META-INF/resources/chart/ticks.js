// Where a time axis has its labels: round times of the wall clock, also on the days of a clock change.
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600];

/** Instants in [from, to] at round local times, about as many as there is room for. */
export function ticks(kit, zone, from, to, room) {
  const step = STEPS.find((s) => (to - from) / s <= room) ?? 43200;
  const grid = step < 60 ? step : step < 900 ? 60 : 900;
  const values = [];
  for (let t = Math.ceil(from / grid) * grid; t <= to; t += grid) {
    if (step < 60 || kit.wall(zone, t) % step === 0) {
      values.push(t);
    }
  }
  return { step, values };
}
