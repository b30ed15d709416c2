// A ring of the parts of a total; the amounts stand in a legend beside it, which the view writes.
export function ring({ host, echarts, kit }) {
  const { plot, rename } = kit.stage(host, '');
  plot.setAttribute('role', 'img');
  plot.removeAttribute('tabindex');
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  let spec = null;
  /** 44 and 61 px, less where there is no room for them. */
  const radius = () => {
    const outer = Math.min(61, plot.clientWidth / 2 - 1, plot.clientHeight / 2 - 1);
    return [(outer * 44) / 61, outer];
  };
  const draw = () =>
    chart.setOption(
      kit.base({
        tooltip: kit.tooltip({
          trigger: 'item',
          formatter: (p) =>
            spec.parts[p.dataIndex]
              ? kit.tip(spec.parts[p.dataIndex].name, [
                  { name: spec.parts[p.dataIndex].share, text: spec.parts[p.dataIndex].text },
                ])
              : '',
        }),
        title: {
          text: spec.title,
          left: 'center',
          top: 'middle',
          textStyle: { fontSize: 14, lineHeight: 18, fontWeight: 600, color: kit.colour('ink'), fontFamily: kit.FONT },
        },
        series: [
          {
            id: 'ring',
            type: 'pie',
            radius: radius(),
            startAngle: 90,
            label: { show: false },
            emphasis: { scale: false },
            emptyCircleStyle: { color: kit.colour('line') },
            stillShowZeroSum: false,
            itemStyle: { borderColor: kit.colour('surface'), borderWidth: 2, borderRadius: 3 },
            data: spec.parts.map((part) => ({
              name: part.name,
              value: part.value,
              itemStyle: { color: kit.colour(part.role) },
            })),
          },
        ],
      }),
    );
  return {
    update(next) {
      spec = next;
      rename(`${spec.name}: ${spec.parts.map((part) => `${part.name} ${part.text}`).join(', ')}`);
      draw();
    },
    resize() {
      chart.resize();
      draw();
    },
    table: () => ({ head: spec.tableHead, rows: spec.parts.map((part) => [part.name, part.text, part.share]) }),
    dispose() {
      chart.dispose();
    },
  };
}
