// Stretches of time in a power curve: those that are marked invalid, and one that is about to be.
/** A stretch as ECharts' markArea has it. */
export const area = (from, to, more) => [{ xAxis: from, ...more }, { xAxis: to }];

/** What stretches, by their start, leave of another. */
export function without([from, to], stretches) {
  const left = [];
  let next = from;
  for (const stretch of stretches) {
    if (stretch.to > next && stretch.from < to) {
      left.push([next, stretch.from]);
      next = Math.max(next, stretch.to);
    }
  }
  left.push([next, to]);
  return left;
}

export function makeStretches(kit) {
  /** Marked stretches in the window, none too narrow to be seen. */
  function crossed({ spec, win, width }) {
    const least = ((win.to - win.from) / width) * 3;
    return spec.invalid
      .filter((mark) => mark.to > win.from && mark.from < win.to)
      .map((mark) => {
        const wide = Math.max(least, mark.to - mark.from);
        const from = Math.max(win.from, Math.min(mark.from, win.to - least));
        const to = Math.min(win.to, mark.from + wide);
        const named = ((to - from) / (win.to - win.from)) * width > 110;
        return area(from, to, { name: spec.texts.invalid, label: { show: named } });
      });
  }

  /** What is about to be chosen: tinted, with a dashed line at each end that lies in the window. */
  function proposal({ spec, win, width }) {
    const stretch = spec.proposed;
    if (!stretch || stretch.to <= win.from || stretch.from >= win.to) {
      return { areas: [], lines: [] };
    }
    const lines = [
      [stretch.from, spec.texts.mark],
      [stretch.to, spec.texts.end],
    ].filter(([at]) => at >= win.from && at <= win.to);
    return {
      areas: [
        area(Math.max(stretch.from, win.from), Math.min(stretch.to, win.to), {
          itemStyle: { color: kit.colour('ink', 0.06) },
          label: { show: false },
        }),
      ],
      // At the left edge stands the unit.
      lines: lines.map(([at, name]) => ({
        name: ((at - win.from) / (win.to - win.from)) * width > 40 ? name : '',
        xAxis: at,
        lineStyle: { color: kit.colour('ink2'), type: [4, 4], width: 1.25 },
      })),
    };
  }

  return { crossed, proposal };
}
