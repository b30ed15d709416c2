// Groups of bars, one group for each part of a period: two periods side by side, or one bar as a stack of its parts.
import { columns, every, table } from './columns.js';

const CAP = 12;

export function groups({ host, echarts, kit, tell }) {
  const { plot, say, rename } = kit.stage(host, '');
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  const margin = { left: 48, right: 4, top: 26, bottom: 26 };
  let spec = null;
  let top = 0;

  const hand = columns({
    plot,
    chart,
    series: 0,
    all: () => spec.groups,
    opens: (index) => Boolean(spec?.groups[index]?.opens),
    open: (index) => tell('sem-bar', { index }),
    text: (group) => `${group.title}: ${group.rows.map((row) => `${row.name} ${row.text}`).join(', ')} ${group.note}`,
    say,
  });

  /** The bars at one place of all groups: a series for each of their parts, and a hatched cap where something is missing. */
  function bars(place, cap) {
    const roles = spec.roles[place];
    const all = spec.groups.map((group) => group.bars[place]);
    const stack = `stack${place}`;
    const radius = spec.roles.length > 1 ? 3 : 4;
    const parts = roles.map((role, part) => ({
      id: `${stack}-${part}`,
      type: 'bar',
      stack,
      barGap: '12%',
      barCategoryGap: spec.roles.length > 1 ? '26%' : '28%',
      cursor: spec.groups.some((group) => group.opens) ? 'pointer' : 'default',
      emphasis: { disabled: true },
      data: all.map(({ values, state }) => ({
        value: values[part] ?? null,
        itemStyle: {
          borderRadius: part === roles.length - 1 && state !== 'GAP' ? [radius, radius, 0, 0] : 0,
          color: state === 'RUNNING' ? kit.colour(role, 0.4) : kit.colour(role),
        },
      })),
    }));
    return [
      ...parts,
      {
        id: `${stack}-gaps`,
        type: 'bar',
        stack,
        silent: true,
        itemStyle: {
          color: kit.hatch(),
          borderColor: kit.colour('gap'),
          borderWidth: 1,
          borderRadius: [radius, radius, 0, 0],
        },
        data: all.map(({ state }) => (state === 'GAP' ? cap : null)),
      },
    ];
  }

  function option() {
    const { groups: all } = spec;
    const sum = (bar) => bar.values.reduce((total, value) => total + value, 0);
    top = Math.max(top, ...all.flatMap((group) => group.bars.map(sum)));
    const scale = kit.scale(top || spec.emptyTop);
    const cap = (CAP * scale.max) / Math.max(60, plot.clientHeight - margin.top - margin.bottom);
    const step = every(plot.clientWidth - margin.left - margin.right, all, spec.labelSteps);
    return kit.base({
      grid: { ...margin, outerBoundsMode: 'none' },
      xAxis: kit.baseAxis({
        type: 'category',
        data: all.map((_, i) => i),
        axisLabel: { interval: (i) => all[i].ordinal % step === 0, formatter: (i) => all[i]?.label ?? '' },
      }),
      yAxis: kit.valueAxis({
        ...kit.unitName(spec.unit),
        min: 0,
        max: scale.max,
        interval: scale.step,
        axisLabel: { formatter: (v) => kit.num(v, scale.places) },
      }),
      tooltip: kit.tooltip({
        axisPointer: { type: 'shadow', animation: false, shadowStyle: { color: kit.colour('ink', 0.05) } },
        formatter: ([p]) => {
          const group = all[p.dataIndex];
          return group
            ? kit.tip(group.title, group.rows, [group.note, group.opens ? spec.hint : ''].filter(Boolean).join(' \u00b7 '))
            : '';
        },
      }),
      series: spec.roles.flatMap((_, place) => bars(place, cap)),
    });
  }

  const draw = () => chart.setOption(option(), { replaceMerge: ['series'] });
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
    table: () => table(spec.tableHead, spec.groups),
    dispose() {
      chart.dispose();
    },
  };
}
