// How a power curve looks. Pure: what to show comes in, ECharts' option goes out.
import { area, makeStretches, without } from './stretches.js';

const COLUMN = { SUM: [0], L1: [1], L2: [2], L3: [3], EACH: [1, 2, 3] };
const ROLE = ['accent', 'l1', 'l2', 'l3'];
const QUIET = 15;

export function makePainter({ kit, ticks }) {
  const { crossed, proposal } = makeStretches(kit);
  const columns = (phase) => COLUMN[phase] ?? COLUMN.SUM;

  /** The rows in the window and one more at each side, so that the line reaches the edge. */
  function visible(data, win) {
    return data ? data.rows.slice(Math.max(0, data.at(win.from) - 1), Math.max(0, data.at(win.to) + 2)) : [];
  }

  function extent(data, win, phase) {
    let high = 0;
    let low = 0;
    for (const row of visible(data, win)) {
      for (const c of columns(phase)) {
        if (row[3 + 3 * c] !== null) {
          high = Math.max(high, row[3 + 3 * c]);
          low = Math.min(low, row[1 + 3 * c]);
        }
      }
    }
    return { high, low };
  }

  const middle = (data, row) => (data.step === 1 ? row[0] : row[0] + data.step / 2);

  function curve(data, rows, c) {
    const role = ROLE[c];
    const at = 1 + 3 * c;
    const xy = (f) => rows.map((row) => [middle(data, row), row[at] === null ? null : f(row)]);
    const line = { type: 'line', symbol: 'none', connectNulls: false, silent: true };
    const mean = {
      ...line,
      id: `mean${c}`,
      z: 4,
      lineStyle: { color: kit.colour(role), width: c ? 1.4 : 1.6, join: 'round' },
      data: xy((row) => row[at + 1]),
    };
    if (data.step === 1) {
      return [mean];
    }
    return [band(rows, data, c), mean];
  }

  /** The area from minimum to maximum with a fine upper edge, so that a spike of one second stays visible; cut at gaps. */
  function band(rows, data, c) {
    const at = 1 + 3 * c;
    const runs = [[]];
    rows.forEach((row) => (row[at] === null ? runs.push([]) : runs.at(-1).push(row)));
    const renderItem = (params, api) => ({
      type: 'group',
      children: runs
        .filter((run) => run.length)
        .flatMap((run) => {
          const upper = run.map((row) => api.coord([middle(data, row), row[at + 2]]));
          const lower = run.map((row) => api.coord([middle(data, row), row[at]]));
          return [
            {
              type: 'polygon',
              silent: true,
              shape: { points: [...upper, ...lower.reverse()] },
              style: { fill: kit.colour(ROLE[c], 0.28) },
            },
            {
              type: 'polyline',
              silent: true,
              shape: { points: upper },
              style: { fill: 'none', stroke: kit.colour(ROLE[c], 0.55), lineWidth: 0.8, lineJoin: 'round' },
            },
          ];
        }),
    });
    return {
      id: `band${c}`,
      type: 'custom',
      z: 3,
      silent: true,
      clip: true,
      tooltip: { show: false },
      data: rows.length ? [[middle(data, rows[0]), 0]] : [],
      renderItem,
    };
  }

  /** Stretches without measurements, up to where the newest could be known. */
  function gaps({ spec, win, data, now }) {
    const found = [];
    if (!data) {
      return found;
    }
    const begin = Math.max(data.from, spec.first ?? data.from, win.from - data.step);
    const end = Math.min(now - QUIET, win.to, data.to);
    let open = null;
    for (let i = Math.max(0, data.at(begin)); data.from + i * data.step < end; i++) {
      const start = data.from + i * data.step;
      const empty = !data.rows[i] || data.rows[i][2] === null;
      if (empty && open === null) {
        open = start;
      } else if (!empty && open !== null) {
        found.push([open, start]);
        open = null;
      }
    }
    if (open !== null) {
      found.push([open, Math.min(now, win.to, data.to)]);
    }
    return found
      .map(([a, b]) => [Math.max(a, win.from, begin), Math.min(b, win.to)])
      .flatMap((gap) => without(gap, spec.invalid))
      .filter(([a, b]) => b > a);
  }

  function grounds(view) {
    const { spec, win } = view;
    const marks = [];
    if (spec.first && spec.first > win.from) {
      marks.push(
        area(win.from, Math.min(spec.first, win.to), {
          name: spec.texts.first,
          itemStyle: { color: kit.colour('sunken') },
          // Where the stretch is narrow the words would lie over axis and curve.
          label: { position: 'inside', show: ((Math.min(spec.first, win.to) - win.from) / (win.to - win.from)) * (view.width - 64) > 96 },
        }),
      );
    }
    for (const shade of spec.shades) {
      if (shade.to > win.from && shade.from < win.to) {
        marks.push(
          area(Math.max(shade.from, win.from), Math.min(shade.to, win.to), {
            name: shade.text,
            itemStyle: { color: kit.colour('ink', shade.text ? 0.09 : 0.05) },
            label: { position: ['100%', 6], padding: [0, 0, 0, 8], align: 'left', verticalAlign: 'top' },
          }),
        );
      }
    }
    return [...marks, ...proposal(view).areas];
  }

  const mayShowEdge = ({ spec, win, newest, now }) =>
    newest && now - newest[0] < 60 && newest[0] >= win.from && newest[0] <= win.to && spec.phase !== 'EACH';

  function edge(view) {
    const { spec, win, newest, now, mark } = view;
    const c = columns(spec.phase)[0];
    const lines = [...proposal(view).lines];
    if (!spec.live && now > win.from && now < win.to) {
      lines.push({ name: spec.texts.now, xAxis: now, lineStyle: { color: kit.colour('axis'), type: 'solid', width: 1 } });
    }
    if (mark !== null) {
      lines.push({ name: spec.texts.mark, xAxis: mark, lineStyle: { color: kit.colour('ink2'), type: [4, 4], width: 1.25 } });
    }
    const dot = mayShowEdge(view) && newest[1 + c] !== null;
    const late = !spec.live && (newest?.[0] - win.from) / (win.to - win.from) > 0.88;
    return {
      id: 'edge',
      type: 'line',
      data: [],
      z: 9,
      silent: true,
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        data: lines,
        label: kit.label({ show: true, position: 'end', distance: 6, formatter: '{b}' }),
      },
      markPoint: {
        silent: true,
        symbol: 'circle',
        symbolSize: 10,
        animation: false,
        data: dot ? [{ coord: [newest[0], newest[1 + c]] }] : [],
        itemStyle: { color: kit.colour(ROLE[c]), borderColor: kit.colour('surface'), borderWidth: 2 },
        label: kit.label({
          show: true,
          position: late ? 'top' : 'right',
          distance: 8,
          color: kit.colour('ink'),
          fontWeight: 600,
          fontSize: 13,
          formatter: dot ? kit.power(newest[1 + c]) : '',
        }),
      },
    };
  }

  const names = ['', 'L1', 'L2', 'L3'];

  function tip(view, second) {
    const { spec, data } = view;
    const row = data?.rows[data.at(second)];
    if (!row) {
      return '';
    }
    const part = data.step < 60 ? 's' : '';
    const end = row[0] + data.step;
    const until = end === spec.dayTo && spec.midnight ? `${spec.midnight}${part ? ':00' : ''}` : kit.at(spec.zone, end, part);
    const title = data.step === 1 ? kit.at(spec.zone, row[0], 's') : `${kit.at(spec.zone, row[0], part)}\u2013${until}`;
    if (row[2] === null) {
      const mark = spec.invalid.find((stretch) => stretch.from < end && stretch.to > row[0]);
      if (mark) {
        return kit.tip(title, mark.text ? [{ name: spec.texts.invalid, text: '' }] : [], mark.text || spec.texts.invalid);
      }
      return kit.tip(title, [], row[0] > view.now - QUIET ? '' : spec.texts.gap);
    }
    const text = (watts) => (watts === null ? '\u2013' : kit.power(watts));
    if (spec.phase === 'EACH') {
      return kit.tip(
        title,
        [
          ...[1, 2, 3].map((c) => ({ role: ROLE[c], shape: 'line', name: names[c], text: text(row[2 + 3 * c]) })),
          { name: spec.texts.sum, text: text(row[2]) },
        ],
        data.step === 1 ? '' : spec.texts.mean,
      );
    }
    const c = columns(spec.phase)[0];
    const at = 1 + 3 * c;
    return data.step === 1
      ? kit.tip(title, [{ role: ROLE[c], shape: 'line', name: c ? names[c] : spec.texts.power, text: text(row[at + 1]) }])
      : kit.tip(title, [
          { name: spec.texts.max, text: text(row[at + 2]) },
          { role: ROLE[c], shape: 'line', name: spec.texts.mean, text: text(row[at + 1]) },
          { name: spec.texts.min, text: text(row[at]) },
        ]);
  }

  const margins = ({ spec }) => ({ left: 44, right: spec.live ? 74 : 20 });

  function option(view) {
    const { spec, win, data, width } = view;
    const high = view.high || 1000;
    const kilo = Math.max(high, -view.low) >= 999.5;
    const per = kilo ? 1000 : 1;
    const scale = kit.scale(high / per, view.low / per);
    const rows = visible(data, win);
    const { left, right } = margins(view);
    const axis = ticks(
      kit,
      spec.zone,
      win.from,
      win.to,
      Math.max(3, Math.floor((width - left - right) / (win.to - win.from > 7200 ? 62 : 84))),
    );
    const tall = spec.zone && axis.step < 60;
    // "12:00 AM" at the very end is wider than the margin: it then ends there instead of having its middle there.
    const last = ((win.to - axis.values.at(-1)) / (win.to - win.from)) * (width - left - right);
    const name = (second) =>
      second === spec.dayTo && kit.wall(spec.zone, second) === 0 && spec.midnight
        ? spec.midnight
        : kit.at(spec.zone, second, tall ? 's' : '');
    return kit.base({
      grid: { left, right, top: 26, bottom: 28, outerBoundsMode: 'none' },
      xAxis: kit.baseAxis({
        id: 'time',
        type: 'value',
        min: win.from,
        max: win.to,
        axisTick: { show: false, customValues: axis.values },
        axisLabel: { customValues: axis.values, formatter: name, hideOverlap: true, alignMaxLabel: last < 10 ? 'right' : null },
      }),
      yAxis: kit.valueAxis({
        ...kit.unitName(kilo ? 'kW' : 'W'),
        min: scale.min * per,
        max: scale.max * per,
        interval: scale.step * per,
        axisLabel: { formatter: (v) => kit.num(v / per, scale.places) },
      }),
      tooltip: kit.tooltip({ formatter: (all) => tip(view, all[0].value[0]) }),
      series: [
        {
          id: 'ground',
          type: 'line',
          data: [],
          z: 0,
          silent: true,
          markArea: { silent: true, z: 0, data: grounds(view), label: kit.label({ lineHeight: 16 }) },
        },
        {
          id: 'gaps',
          type: 'line',
          data: [],
          z: 1,
          silent: true,
          markArea: { silent: true, z: 1, itemStyle: { color: kit.hatch() }, data: gaps(view).map(([a, b]) => area(a, b)) },
        },
        {
          id: 'invalid',
          type: 'line',
          data: [],
          z: 2,
          silent: true,
          markArea: {
            silent: true,
            z: 2,
            itemStyle: { color: kit.hatch(true), borderColor: kit.colour('gap'), borderWidth: 1 },
            data: crossed(view),
            label: kit.label({
              position: 'insideTop',
              distance: 8,
              color: kit.colour('ink2'),
              backgroundColor: kit.colour('surface'),
              borderRadius: 6,
              padding: [3, 7],
            }),
          },
        },
        ...columns(spec.phase).flatMap((c) => (data ? curve(data, rows, c) : [])),
        edge(view),
      ],
    });
  }

  /** At most 200 lines; more points are joined, with their true minimum and maximum. */
  function table({ spec, win, data }) {
    const each = spec.phase === 'EACH';
    const head = each
      ? [spec.texts.time, 'L1', 'L2', 'L3', spec.texts.sum]
      : [spec.texts.time, spec.texts.mean, spec.texts.min, spec.texts.max];
    const rows = visible(data, win).filter((row) => row[2] !== null && row[0] >= win.from && row[0] < win.to);
    const by = Math.ceil(rows.length / 200);
    const lines = [];
    for (let i = 0; i < rows.length; i += by) {
      const some = rows.slice(i, i + by);
      const mean = (c) => some.reduce((sum, row) => sum + (row[2 + 3 * c] ?? 0), 0) / some.length;
      const c = columns(spec.phase)[0];
      lines.push([
        kit.at(spec.zone, some[0][0], 's'),
        ...(each
          ? [1, 2, 3, 0].map((k) => kit.power(mean(k)))
          : [
              kit.power(mean(c)),
              kit.power(Math.min(...some.map((row) => row[1 + 3 * c]))),
              kit.power(Math.max(...some.map((row) => row[3 + 3 * c]))),
            ]),
      ]);
    }
    return { head, rows: lines };
  }

  return { extent, option, table, margins };
}
