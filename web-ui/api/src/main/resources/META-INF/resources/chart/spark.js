// The last half hour's total in a few pixels, ending in now.
import { load } from './samples.js';

const LENGTH = 1800;
const STEP = 4;

export function spark({ host, echarts, kit }) {
  const { plot, rename } = kit.stage(host, '');
  plot.setAttribute('role', 'img');
  plot.removeAttribute('tabindex');
  const chart = echarts.init(plot, null, { renderer: 'svg', width: plot.clientWidth || 160, height: plot.clientHeight || 56 });
  let spec = null;
  let buckets = null;
  let newest = null;
  let top = 0;
  let stop = new AbortController();
  let waiting = [];

  async function fetchAll() {
    stop.abort();
    stop = new AbortController();
    const from = Math.floor((spec.now - LENGTH) / STEP) * STEP;
    try {
      const loaded = await load(from, from + 10 * 86400, STEP, stop.signal, spec.now + STEP);
      waiting.forEach((sample) => loaded.add(sample));
      buckets = loaded;
      draw();
      host.dataChanged();
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        throw fault;
      }
    }
  }

  function draw() {
    const end = newest?.[0] ?? spec.now;
    const rows = (buckets?.rows ?? []).filter((row) => row[0] > end - LENGTH && row[0] <= end).map((row) => [row[0], row[2]]);
    if (newest && rows.length) {
      rows.push([newest[0], newest[1]]);
    }
    const values = rows.map((row) => row[1]).filter((value) => value !== null);
    const high = Math.max(0, ...values);
    if (high > top || high < top * 0.4) {
      top = high * 1.15;
    }
    chart.setOption(
      kit.base({
        grid: { left: 0, right: 6, top: 6, bottom: 2, outerBoundsMode: 'none' },
        xAxis: { type: 'value', show: false, min: end - LENGTH, max: end },
        yAxis: { type: 'value', show: false, min: Math.min(0, ...values), max: top || 1 },
        series: [
          {
            id: 'power',
            type: 'line',
            data: rows,
            symbol: 'none',
            silent: true,
            connectNulls: false,
            lineStyle: { color: kit.colour('accent'), width: 1.5 },
            areaStyle: { color: kit.colour('accent', 0.1) },
            markPoint: {
              silent: true,
              symbol: 'circle',
              symbolSize: 9,
              data: newest && rows.length ? [{ coord: [newest[0], newest[1]] }] : [],
              itemStyle: { color: kit.colour('accent'), borderColor: kit.colour('surface'), borderWidth: 2 },
              label: { show: false },
            },
          },
        ],
      }),
    );
  }

  return {
    update(next) {
      const first = spec === null;
      spec = next;
      rename(spec.name);
      if (first) {
        fetchAll();
      } else {
        draw();
      }
    },
    append(sample) {
      const lost = newest && sample[0] - newest[0] > 60;
      newest = sample;
      waiting = [...waiting.slice(-30), sample];
      if (lost) {
        spec = { ...spec, now: sample[0] };
        fetchAll();
      } else if (buckets) {
        buckets.add(sample);
        draw();
      }
    },
    resize() {
      chart.resize({ width: 'auto', height: 'auto' });
    },
    table: () => ({
      head: spec.tableHead,
      rows: (buckets?.rows ?? [])
        .filter((row, i) => i % 15 === 0 && row[2] !== null)
        .map((row) => [kit.at(spec.zone, row[0], ''), kit.power(row[2])]),
    }),
    dispose() {
      stop.abort();
      chart.dispose();
    },
  };
}
