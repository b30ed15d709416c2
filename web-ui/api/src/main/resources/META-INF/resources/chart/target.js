// Target against actual: the target dashed, the actual filled. Lines over a stretch of time, or a bar for each part of a period
// with its target across it. The description comes whole from the server, texts included.
const BAR = 0.72;

export function target({ host, echarts, kit }) {
  const { plot, say, rename } = kit.stage(host, '');
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  let spec = null;
  let seen = { high: 0, low: 0 };
  let chosen = -1;

  function scale() {
    const values = spec.points.flatMap((point) => [point.target, point.actual]).filter((value) => value !== null);
    seen = { high: Math.max(seen.high, ...values), low: Math.min(seen.low, ...values) };
    return kit.scale(seen.high || (seen.low < 0 ? 0 : 1), seen.low);
  }

  /** The room that the scale's widest label takes. */
  function left({ min, max, places }) {
    return Math.max(...[min, max].map((value) => kit.num(value, places).length)) * 7 + 16;
  }

  /** Every how many ordinals a label has room. */
  function every(width) {
    const longest = Math.max(...spec.ticks.map((tick) => tick.label.length)) * 7 + 10;
    const per = width / Math.max(1, spec.to - spec.from);
    const gap = (step) => {
      const shown = spec.ticks.filter((tick) => tick.ordinal % step === 0);
      return shown.length < 2 ? Infinity : (shown[1].at - shown[0].at) * per;
    };
    return spec.labelSteps.find((step) => gap(step) >= longest) ?? spec.labelSteps.at(-1);
  }

  const now = () => spec.points.findLast((point) => point.actual !== null);

  /** A bar, and across it the dashed line of its target. */
  function bar(point, api) {
    const [middle, zero] = api.coord([point.at, 0]);
    const width = api.size([1, 0])[0];
    const shapes = [];
    if (point.actual !== null) {
      const [, y] = api.coord([point.at, point.actual]);
      const size = { x: middle - (width * BAR) / 2, width: width * BAR, y: Math.min(y, zero), height: Math.abs(zero - y) };
      const round = Math.min(4, size.width / 2, size.height);
      shapes.push({
        type: 'rect',
        shape: { ...size, r: point.actual < 0 ? [0, 0, round, round] : [round, round, 0, 0] },
        style: { fill: kit.colour('actual', point.running ? 0.4 : 1) },
      });
    }
    if (point.target !== null) {
      const [, y] = api.coord([point.at, point.target]);
      shapes.push({
        type: 'line',
        shape: { x1: middle - width / 2 + 1, x2: middle + width / 2 - 1, y1: y, y2: y },
        style: { stroke: kit.colour('target'), lineWidth: 2.5, lineDash: [6, 4], fill: null },
      });
    }
    return { type: 'group', silent: true, children: shapes };
  }

  function drawn() {
    if (!spec.lines) {
      return [
        {
          id: 'bars',
          type: 'custom',
          silent: true,
          encode: { x: 0, y: [1, 2] },
          data: spec.points.map((point) => [point.at, point.target, point.actual]),
          renderItem: (p, api) => bar(spec.points[p.dataIndex], api),
        },
      ];
    }
    const last = now();
    const dot = last ? [{ coord: [last.at, last.actual] }] : [];
    return [
      {
        id: 'actual',
        type: 'line',
        data: spec.points.filter((point) => point.actual !== null).map((point) => [point.at, point.actual]),
        symbol: 'none',
        silent: true,
        lineStyle: { color: kit.colour('actual'), width: 2.5 },
        areaStyle: { color: kit.colour('actual', 0.14) },
        markPoint: {
          silent: true,
          symbol: 'circle',
          symbolSize: 9,
          data: last?.running ? dot : [],
          itemStyle: { color: kit.colour('actual'), borderColor: kit.colour('surface'), borderWidth: 2 },
          label: { show: false },
        },
      },
      {
        id: 'target',
        type: 'line',
        data: spec.points.filter((point) => point.target !== null).map((point) => [point.at, point.target]),
        symbol: 'none',
        silent: true,
        lineStyle: { color: kit.colour('target'), width: 2.5, type: [6, 4] },
      },
    ];
  }

  const shaped = (rows) => rows.map((row) => ({ ...row, shape: row.role === 'target' ? 'dash' : 'dot' }));

  function option() {
    const range = scale();
    const margin = { left: left(range), right: spec.lines ? 20 : 8, top: spec.unit ? 26 : 10, bottom: 26 };
    const step = every(plot.clientWidth - margin.left - margin.right);
    const labels = new Map(spec.ticks.filter((tick) => tick.ordinal % step === 0).map((tick) => [tick.at, tick.label]));
    const places = [...labels.keys()];
    return kit.base({
      grid: { ...margin, outerBoundsMode: 'none' },
      xAxis: kit.baseAxis({
        type: 'value',
        min: spec.from,
        max: spec.to,
        axisTick: { show: false, customValues: places },
        axisLabel: { customValues: places, formatter: (at) => labels.get(at) ?? '', hideOverlap: true },
      }),
      yAxis: kit.valueAxis({
        ...(spec.unit ? kit.unitName(spec.unit) : {}),
        min: range.min,
        max: range.max,
        interval: range.step,
        axisLabel: { formatter: (value) => kit.num(value, range.places) },
      }),
      tooltip: kit.tooltip({
        formatter: ([p]) => {
          const point = spec.points[p.dataIndex];
          return point ? kit.tip(point.title, shaped(point.rows), point.note) : '';
        },
      }),
      series: [
        // Unseen, with all points: what the pointer finds.
        {
          id: 'points',
          type: 'line',
          data: spec.points.map((point) => [point.at, point.target ?? point.actual ?? 0]),
          symbol: 'none',
          silent: true,
          lineStyle: { opacity: 0 },
        },
        ...drawn(),
      ],
    });
  }

  function leave() {
    chart.dispatchAction({ type: 'hideTip' });
    chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
  }

  function point(index) {
    chosen = Math.max(0, Math.min(spec.points.length - 1, index));
    chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: chosen });
    const { title, rows, note } = spec.points[chosen];
    say(`${title}: ${rows.map((row) => `${row.name} ${row.text}`).join(', ')} ${note}`);
  }
  plot.addEventListener('keydown', (e) => {
    const last = spec.points.length - 1;
    const go = { ArrowRight: chosen + 1, ArrowLeft: chosen < 0 ? last : chosen - 1, Home: 0, End: last }[e.key];
    if (go !== undefined && last >= 0) {
      e.preventDefault();
      point(go);
    } else if (e.key === 'Escape') {
      chosen = -1;
      leave();
    }
  });
  plot.addEventListener('blur', leave);

  const draw = () => chart.setOption(option(), { replaceMerge: ['series'] });
  return {
    update(next) {
      if (spec?.scaleKey !== next.scaleKey) {
        seen = { high: 0, low: 0 };
        chosen = -1;
        leave();
      }
      spec = next;
      rename(spec.name);
      draw();
    },
    resize() {
      chart.resize();
      draw();
    },
    table: () => ({
      head: spec.tableHead,
      rows: spec.points.map((point) => [point.title, ...point.rows.map((row) => row.text)]),
    }),
    dispose() {
      chart.dispose();
    },
  };
}
