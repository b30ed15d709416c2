// The seconds, down-sampled by the server: minimum, mean and maximum per bucket, so that no spike vanishes.
const calls = new URL('../../api/v1/', import.meta.url);
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900];
const PHASES = ['total', 'l1', 'l2', 'l3'];

/** The finest even bucket, in seconds, with which a range needs at most this many points. */
export const stepFor = (seconds, points) => STEPS.find((step) => seconds / step <= points) ?? Math.ceil(seconds / points);

const iso = (second) => new Date(second * 1000).toISOString();
const pause = (ms, signal) =>
  new Promise((go, stop) => {
    const timer = setTimeout(go, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        stop(signal.reason);
      },
      { once: true },
    );
  });

/** A dense row of buckets: rows[i] = [second, min, mean, max of the total, then of L1, L2, L3], null where nothing is known. */
export class Buckets {
  constructor(from, to, step) {
    Object.assign(this, { from, to, step, rows: [], counts: [], known: -1 });
  }

  at(second) {
    return Math.floor((second - this.from) / this.step);
  }

  #fillTo(index) {
    while (this.rows.length <= index) {
      this.rows.push([this.from + this.rows.length * this.step, ...Array(12).fill(null)]);
      this.counts.push(0);
    }
  }

  take(bucket) {
    const second = Math.round(Date.parse(bucket.time) / 1000);
    const index = this.at(second);
    if (index < 0) {
      return;
    }
    this.#fillTo(index);
    const row = this.rows[index];
    PHASES.forEach((phase, k) => {
      const figures = bucket[phase];
      row[1 + 3 * k] = figures?.min ?? null;
      row[2 + 3 * k] = figures?.mean ?? null;
      row[3 + 3 * k] = figures?.max ?? null;
    });
    this.counts[index] = Math.round((bucket.coverage ?? 0) * this.step);
    if (this.counts[index] > 0) {
      this.known = Math.max(this.known, second + this.counts[index] - 1);
    }
  }

  /** Adds a second at the live edge; false if it was known already or lies elsewhere. */
  add([second, ...powers]) {
    if (second <= this.known || second < this.from || second >= this.to) {
      return false;
    }
    const index = this.at(second);
    this.#fillTo(index);
    const row = this.rows[index];
    const n = this.counts[index]++;
    powers.forEach((watts, k) => {
      if (watts === null || watts === undefined) {
        return;
      }
      const c = 1 + 3 * k;
      row[c] = n && row[c] !== null ? Math.min(row[c], watts) : watts;
      row[c + 1] = n && row[c + 1] !== null ? (row[c + 1] * n + watts) / (n + 1) : watts;
      row[c + 2] = n && row[c + 2] !== null ? Math.max(row[c + 2], watts) : watts;
    });
    this.known = second;
    return true;
  }
}

/** Loads a range. While the server does not answer (a part is being updated) it asks again, until the signal ends it. */
export async function load(from, to, step, signal, until = to) {
  const asked = new URL('samples', calls);
  const end = Math.max(from + step, Math.min(to, from + Math.ceil((until - from) / step) * step));
  asked.search = new URLSearchParams({ from: iso(from), to: iso(end), points: Math.max(1, Math.ceil((end - from) / step)) });
  for (let wait = 1000; ; wait = Math.min(5000, wait * 2)) {
    try {
      const answer = await fetch(asked, { signal, headers: { Accept: 'application/json' } });
      if (answer.ok) {
        const body = await answer.json();
        const buckets = new Buckets(from, to, body.bucketSeconds ?? step);
        body.buckets.forEach((bucket) => buckets.take(bucket));
        return buckets;
      }
      if (answer.status === 400) {
        return new Buckets(from, to, step);
      }
    } catch (fault) {
      if (signal.aborted) {
        throw fault;
      }
    }
    await pause(wait, signal);
  }
}
