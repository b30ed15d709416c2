// What charts of columns over the parts of a period share: which labels have room, click, keyboard, table.

/** Every how many columns a label has room: the smallest of the steps that read well for this unit. */
export function every(room, all, steps) {
  const width = room / all.length;
  const longest = Math.max(...all.map((column) => column.label.length)) * 7 + 14;
  return steps.find((step) => step * width >= longest) ?? steps.at(-1);
}

/** The table behind the chart: what the tooltips say. */
export const table = (head, all) => ({
  head,
  rows: all
    .filter((column) => column.rows.length || column.note)
    .map((column) => [
      column.title,
      ...(column.rows.length ? column.rows.slice(0, head.length - 1).map((row) => row.text) : [column.note]),
    ]),
});

/**
 * Mouse and keyboard. `series` is the index of the one whose tooltip the keyboard shows; `all` gives the columns, `opens` tells
 * whether one of them opens, `open` does it, `text` is what is read out for one.
 */
export function columns({ plot, chart, series, all, opens, open, text, say }) {
  let chosen = -1;
  const at = (e) => {
    const point = [e.offsetX, e.offsetY];
    return chart.containPixel('grid', point) ? Math.round(chart.convertFromPixel({ gridIndex: 0 }, point)[0]) : -1;
  };
  // The whole column opens, also where its bar is too low to be hit.
  chart.getZr().on('click', (e) => {
    const index = at(e);
    if (opens(index)) {
      open(index);
    }
  });
  chart.getZr().on('mousemove', (e) => {
    if (!e.target && opens(at(e))) {
      chart.getZr().setCursorStyle('pointer');
    }
  });

  const leave = () => {
    chosen = -1;
    chart.dispatchAction({ type: 'hideTip' });
  };
  function point(index) {
    chosen = Math.max(0, Math.min(all().length - 1, index));
    chart.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: chosen });
    say(text(all()[chosen]));
  }
  plot.addEventListener('keydown', (e) => {
    const last = all().length - 1;
    const go = { ArrowRight: chosen + 1, ArrowLeft: chosen < 0 ? last : chosen - 1, Home: 0, End: last }[e.key];
    if (go !== undefined) {
      e.preventDefault();
      point(go);
    } else if (e.key === 'Enter' && chosen >= 0) {
      if (opens(chosen)) {
        open(chosen);
      }
    } else if (e.key === 'Escape') {
      leave();
    }
  });
  plot.addEventListener('blur', () => chart.dispatchAction({ type: 'hideTip' }));
  return { leave };
}
