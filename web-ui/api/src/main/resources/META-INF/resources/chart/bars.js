// History: one bar per part of a period. The description comes whole from the server, texts included.
import { columns, every, table } from './columns.js';

export function bars({ host, echarts, kit, tell }) {
  const { plot, say, rename } = kit.stage(host, '');
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  let spec = null;
  let top = 0;
  const margin = { left: 48, right: 4, top: 26, bottom: 26 };

  function option() {
    const { bars: all, opens } = spec;
    const high = Math.max(0, ...all.map((bar) => bar.value ?? 0));
    top = Math.max(top, high);
    // The first minutes of a day do not fill its scale.
    const scale = kit.scale(top ? Math.max(top, spec.emptyTop / 20) : spec.emptyTop);
    // Cents are two digits, and so are hundredths of a kilowatt-hour.
    const places = scale.step < 1 ? Math.max(2, scale.places) : scale.places;
    const cap = (12 * scale.max) / Math.max(60, plot.clientHeight - margin.top - margin.bottom);
    const step = every(plot.clientWidth - margin.left - margin.right, spec.bars, spec.labelSteps);
    const names = all.map((_, i) => i);
    const running = all.findIndex((bar) => bar.state === 'RUNNING');
    const shade = (api, band) => {
      const [left] = api.coord([band.from, 0]);
      const [right] = api.coord([band.to, 0]);
      const half = api.size([1, 0])[0] / 2;
      const shape = {
        x: left - half,
        y: margin.top,
        width: right - left + 2 * half,
        height: plot.clientHeight - margin.top - margin.bottom,
      };
      const inside = shape.width > 90;
      return {
        type: 'group',
        children: [
          { type: 'rect', shape, style: { fill: band.first ? kit.colour('sunken') : kit.colour('ink', 0.08) } },
          {
            type: 'text',
            x: inside ? shape.x + shape.width / 2 : shape.x + shape.width + 8,
            y: inside ? shape.y + shape.height / 2 : shape.y + 6,
            style: {
              text: band.text,
              fill: kit.colour('ink3'),
              font: `12px ${kit.FONT}`,
              lineHeight: 16,
              align: inside ? 'center' : 'left',
              verticalAlign: inside ? 'middle' : 'top',
            },
          },
        ],
      };
    };
    return kit.base({
      grid: { ...margin, outerBoundsMode: 'none' },
      xAxis: kit.baseAxis({
        type: 'category',
        data: names,
        axisLabel: { interval: (i) => all[i].ordinal % step === 0, formatter: (i) => all[i]?.label ?? '' },
      }),
      yAxis: kit.valueAxis({
        ...kit.unitName(spec.unit),
        min: 0,
        max: scale.max,
        interval: scale.step,
        axisLabel: { formatter: (v) => kit.num(v, places) },
      }),
      tooltip: kit.tooltip({
        axisPointer: { type: 'shadow', animation: false, shadowStyle: { color: kit.colour('ink', 0.05) } },
        formatter: ([p]) => {
          const bar = all[p.dataIndex];
          return bar
            ? kit.tip(bar.title, bar.rows, [bar.note, opens && bar.opens ? spec.hint : ''].filter(Boolean).join(' · '))
            : '';
        },
      }),
      series: [
        {
          id: 'shade',
          type: 'custom',
          silent: true,
          z: 0,
          clip: true,
          data: spec.shades.map((band) => band.from),
          renderItem: (p, api) => shade(api, spec.shades[p.dataIndex]),
        },
        {
          id: 'bars',
          type: 'bar',
          stack: 'all',
          barCategoryGap: '28%',
          cursor: opens ? 'pointer' : 'default',
          emphasis: { itemStyle: { color: kit.colour('accent') } },
          data: all.map((bar) => ({
            value: bar.value,
            itemStyle: {
              borderRadius: bar.state === 'GAP' ? 0 : [4, 4, 0, 0],
              color: bar.state === 'RUNNING' ? kit.colour('bar', 0.4) : kit.colour('bar'),
            },
          })),
          markPoint: {
            silent: true,
            symbol: 'rect',
            symbolSize: 0.1,
            data:
              running >= 0 && all[running].value !== null && (plot.clientWidth - margin.left) / all.length > spec.runningText.length * 5.5
                ? [{ coord: [running, all[running].value] }]
                : [],
            label: kit.label({ position: 'top', distance: 3, formatter: spec.runningText }),
          },
        },
        {
          id: 'gaps',
          type: 'bar',
          stack: 'all',
          silent: true,
          itemStyle: { color: kit.hatch(), borderColor: kit.colour('gap'), borderWidth: 1, borderRadius: [4, 4, 0, 0] },
          data: all.map((bar) => (bar.state === 'GAP' ? cap : null)),
        },
      ],
    });
  }

  const hand = columns({
    plot,
    chart,
    series: 1,
    all: () => spec.bars,
    opens: (index) => spec?.opens && spec.bars[index]?.opens,
    open: (index) => tell('sem-bar', { index }),
    text: (bar) => `${bar.title}: ${bar.rows.map((row) => `${row.name} ${row.text}`).join(', ')} ${bar.note}`,
    say,
  });

  const followTip = kit.follow(chart);
  const draw = () => {
    chart.setOption(option(), { replaceMerge: ['series'] });
    followTip();
  };
  return {
    update(next) {
      if (spec?.scaleKey !== next.scaleKey) {
        top = 0;
        hand.leave();
      }
      spec = next;
      rename(spec.name);
      draw();
    },
    resize() {
      chart.resize();
      draw();
    },
    table: () => table(spec.tableHead, spec.bars),
    dispose() {
      chart.dispose();
    },
  };
}
