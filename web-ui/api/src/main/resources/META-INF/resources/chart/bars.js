// History: one bar per part of a period. The description comes whole from the server, texts included.
export function bars({ host, echarts, kit, tell }) {
  const { plot, say, rename } = kit.stage(host, '');
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  let spec = null;
  let top = 0;
  let chosen = -1;
  const margin = { left: 48, right: 4, top: 26, bottom: 26 };

  /** Every how many bars a label has room: the smallest of the steps that read well for this unit. */
  function every() {
    const width = (plot.clientWidth - margin.left - margin.right) / spec.bars.length;
    const longest = Math.max(...spec.bars.map((bar) => bar.label.length)) * 7 + 14;
    return spec.labelSteps.find((step) => step * width >= longest) ?? spec.labelSteps.at(-1);
  }

  function option() {
    const { bars: all, opens } = spec;
    const high = Math.max(0, ...all.map((bar) => bar.value ?? 0));
    top = Math.max(top, high);
    const scale = kit.scale(top || spec.emptyTop);
    // Cents are two digits, and so are hundredths of a kilowatt-hour.
    const places = scale.step < 1 ? Math.max(2, scale.places) : scale.places;
    const cap = (12 * scale.max) / Math.max(60, plot.clientHeight - margin.top - margin.bottom);
    const step = every();
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

  const open = (index) => spec.opens && spec.bars[index]?.opens && tell('sem-bar', { index });
  chart.on('click', (e) => e.seriesId === 'bars' && open(e.dataIndex));
  // The whole column opens, also where the bar is too low to be hit.
  chart.getZr().on('click', (e) => {
    if (!e.target) {
      const point = chart.convertFromPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY]);
      if (chart.containPixel('grid', [e.offsetX, e.offsetY])) {
        open(Math.round(point[0]));
      }
    }
  });
  chart.getZr().on('mousemove', (e) => {
    const inside = !e.target && spec?.opens && chart.containPixel('grid', [e.offsetX, e.offsetY]);
    if (inside && spec.bars[Math.round(chart.convertFromPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY])[0])]?.opens) {
      chart.getZr().setCursorStyle('pointer');
    }
  });

  function point(index) {
    chosen = Math.max(0, Math.min(spec.bars.length - 1, index));
    chart.dispatchAction({ type: 'showTip', seriesIndex: 1, dataIndex: chosen });
    const bar = spec.bars[chosen];
    say(`${bar.title}: ${bar.rows.map((row) => `${row.name} ${row.text}`).join(', ')} ${bar.note}`);
  }
  plot.addEventListener('keydown', (e) => {
    const last = spec.bars.length - 1;
    const go = { ArrowRight: chosen + 1, ArrowLeft: chosen < 0 ? last : chosen - 1, Home: 0, End: last }[e.key];
    if (go !== undefined) {
      e.preventDefault();
      point(go);
    } else if (e.key === 'Enter' && chosen >= 0) {
      open(chosen);
    } else if (e.key === 'Escape') {
      chosen = -1;
      chart.dispatchAction({ type: 'hideTip' });
    }
  });
  plot.addEventListener('blur', () => chart.dispatchAction({ type: 'hideTip' }));

  const draw = () => chart.setOption(option(), { replaceMerge: ['series'] });
  return {
    update(next) {
      if (spec?.scaleKey !== next.scaleKey) {
        top = 0;
        chosen = -1;
        chart.dispatchAction({ type: 'hideTip' });
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
      rows: spec.bars
        .filter((bar) => bar.rows.length || bar.note)
        .map((bar) => [
          bar.title,
          ...(bar.rows.length ? bar.rows.slice(0, spec.tableHead.length - 1).map((row) => row.text) : [bar.note]),
        ]),
    }),
    dispose() {
      chart.dispose();
    },
  };
}
