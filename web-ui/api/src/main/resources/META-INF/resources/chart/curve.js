// The power curve of a local day: the mean over a band from minimum to maximum, a window that zooms down to single seconds,
// or the last half hour, moving. It fetches its own data; the server's page sends the description and the newest second.
import { makeBrush } from './brush.js';
import { gestures } from './gestures.js';
import { makePainter } from './painter.js';
import { load, stepFor } from './samples.js';
import { ticks } from './ticks.js';

const LIVE = 1800;
const LEAST = 10;

export function curve({ host, echarts, kit, tell }) {
  const { plot, say, rename } = kit.stage(host, '');
  plot.classList.add('over-brush');
  plot.setAttribute('role', 'application');
  const chart = echarts.init(plot, null, { renderer: 'canvas' });
  const painter = makePainter({ kit, ticks });
  const followTip = kit.follow(chart);
  let spec = null;
  let win = { from: 0, to: 1 };
  let day = null;
  let fine = null;
  let newest = null;
  let mark = null;
  let toldStep = 0;
  let top = { key: '', high: 0 };
  const recent = [];
  const loads = { day: new AbortController(), fine: new AbortController() };
  const timers = {};

  const later = (name, ms, run) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(run, ms);
  };
  const isInvalid = (second) => Boolean(spec?.invalid.some((mark) => mark.from <= second && second < mark.to));
  const points = () => (plot.clientWidth < 600 ? 720 : 1500);
  const now = () => Math.max(newest?.[0] ?? 0, spec.now);
  const zoomed = () => spec.live || win.from > spec.dayFrom || win.to < spec.dayTo;
  const buckets = () =>
    fine &&
    fine.from <= Math.max(win.from, spec.live ? 0 : spec.dayFrom) &&
    fine.to >= win.to &&
    (!day || fine.step < day.step || spec.live)
      ? fine
      : day;

  const brush = makeBrush({
    host,
    names: [() => spec.texts.from, () => spec.texts.to],
    moved: (from, to) => setWindow(from, to),
    nudge: (e) => hands.key(e),
  });

  async function fetchInto(name, from, to, step) {
    loads[name].abort();
    const stop = (loads[name] = new AbortController());
    try {
      const loaded = await load(from, to, step, stop.signal, Math.min(to, now() + step));
      const counted = recent.filter((sample) => !isInvalid(sample[0]));
      const behind = counted.length > 0 && counted[0][0] > loaded.known + 1 && loaded.known >= 0 && counted[0][0] < to;
      counted.forEach((sample) => loaded.add(sample));
      if (name === 'day') {
        day = loaded;
      } else {
        fine = loaded;
      }
      if (behind) {
        refill(name);
      }
      draw();
      host.dataChanged();
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        throw fault;
      }
    }
  }

  /** The store writes in packets of ten seconds: what lay between its newest and the first that came live is there soon. */
  function refill(name) {
    if (!timers[`${name}-refill`]) {
      timers[`${name}-refill`] = setTimeout(() => {
        timers[`${name}-refill`] = null;
        if (name === 'day') {
          fetchDay();
        } else {
          fetchFine(true);
        }
      }, 12000);
    }
  }

  const fetchDay = () => fetchInto('day', spec.dayFrom, spec.dayTo, stepFor(spec.dayTo - spec.dayFrom, points()));

  /** Fetches what the window needs; @param again also if that is there already: it has a hole. */
  function fetchFine(again = false) {
    const length = win.to - win.from;
    const step = spec.live ? 1 : stepFor(length, points());
    if (!spec.live && (!zoomed() || (day && step >= day.step))) {
      return;
    }
    if (spec.live) {
      fetchInto('fine', now() - LIVE, now() + 10 * 86400, 1);
      return;
    }
    const pad = Math.ceil(length / 4 / step) * step;
    const from = Math.max(spec.dayFrom, Math.floor((win.from - pad) / step) * step);
    const to = Math.min(spec.dayTo, Math.ceil((win.to + pad) / step) * step);
    if (again || !fine || fine.step !== step || fine.from > win.from || fine.to < win.to) {
      fetchInto('fine', from, to, step);
    }
  }

  function setWindow(from, to) {
    let length = Math.max(LEAST, Math.min(spec.dayTo - spec.dayFrom, Math.round(to - from)));
    let start = Math.round(from);
    if (length > (spec.dayTo - spec.dayFrom) * 0.995) {
      length = spec.dayTo - spec.dayFrom;
    }
    start = Math.max(spec.dayFrom, Math.min(spec.dayTo - length, start));
    const next = { from: start, to: start + length };
    const wasLive = spec.live;
    if (!wasLive && next.from === win.from && next.to === win.to) {
      return;
    }
    spec.live = false;
    win = next;
    mark = null;
    chart.dispatchAction({ type: 'hideTip' });
    chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
    draw();
    // Finer data at once; who looks on, and the address, only hear of where the window rests.
    later('load', 50, fetchFine);
    later('settle', 250, () => {
      tell('sem-window', { from: win.from, to: win.to });
      say(`${kit.at(spec.zone, win.from, 's')}\u2013${kit.at(spec.zone, win.to, 's')}`);
    });
  }

  function follow() {
    win = { from: now() - LIVE, to: now() };
  }

  function draw() {
    if (!spec || !plot.clientWidth) {
      return;
    }
    if (spec.live) {
      follow();
    }
    const data = buckets();
    const key = `${spec.phase} ${spec.live ? 'live' : `${win.from} ${win.to}`}`;
    const seen = painter.extent(data, win, spec.phase);
    const roomy = key === top.key && !(spec.live && seen.high < top.high * 0.4);
    top = { key, high: roomy ? Math.max(top.high, seen.high) : seen.high };
    const view = {
      spec,
      win,
      data,
      newest,
      mark,
      now: now(),
      high: top.high * (spec.live && top.high === seen.high ? 1.05 : 1),
      low: seen.low,
      width: plot.clientWidth,
    };
    chart.setOption(painter.option(view), { replaceMerge: ['series', 'xAxis'] });
    followTip();
    brush.place(44, 20);
    brush.window(win, { from: spec.dayFrom, to: spec.dayTo }, (second) => kit.at(spec.zone, second, 's'));
    const step = data?.step ?? 0;
    if (step !== toldStep && step) {
      toldStep = step;
      tell('sem-step', { seconds: step });
    }
    rename(`${spec.name}, ${kit.at(spec.zone, win.from, 's')}\u2013${kit.at(spec.zone, win.to, 's')}. ${spec.texts.keys}`);
    later('brush', 50, drawBrush);
  }

  function drawBrush() {
    const runs = [[]];
    let high = 0;
    for (const row of day?.rows ?? []) {
      if (row[3] === null) {
        runs.push([]);
      } else {
        runs.at(-1).push([row[0], row[3]]);
        high = Math.max(high, row[3]);
      }
    }
    brush.line(
      runs.filter((run) => run.length > 1),
      high,
      spec.invalid,
    );
  }

  const hands = gestures({
    plot,
    chart,
    kit,
    window: () => win,
    day: () => ({ from: spec.dayFrom, to: spec.dayTo }),
    live: () => spec.live,
    zoomed,
    set: setWindow,
    mark: (second) => {
      if (mark === null || second === null) {
        mark = second;
        draw();
      } else {
        setWindow(Math.min(mark, second), Math.max(mark, second));
      }
    },
    marked: () => mark !== null,
  });

  return {
    update(next) {
      const before = spec;
      spec = { ...next, live: next.live };
      const marksChanged = before && JSON.stringify(before.invalid) !== JSON.stringify(spec.invalid);
      const newDay = !before || before.dayFrom !== spec.dayFrom || before.dayTo !== spec.dayTo;
      if (!before || before.serial !== spec.serial || newDay || before.live !== spec.live) {
        win = { from: spec.from, to: spec.to };
        mark = null;
        clearTimeout(timers.settle);
        clearTimeout(timers.load);
        if (newDay) {
          day = null;
        }
        fine = null;
        loads.fine.abort();
        draw();
        if (newDay || marksChanged) {
          fetchDay();
        }
        fetchFine();
      } else {
        draw();
        if (marksChanged) {
          fetchDay();
          if (fine) {
            fetchInto('fine', fine.from, fine.to, fine.step);
          }
        }
      }
    },
    append(sample) {
      newest = sample;
      recent.push(sample);
      if (recent.length > 180) {
        recent.shift();
      }
      for (const [name, set] of [
        ['day', day],
        ['fine', fine],
      ]) {
        if (set && !isInvalid(sample[0])) {
          const hole = set.known >= 0 && sample[0] > set.known + 1 && sample[0] < set.to && sample[0] - set.known < 900;
          set.add(sample);
          if (hole) {
            refill(name);
          }
        }
      }
      if (spec && (spec.live || (sample[0] >= win.from && sample[0] < win.to + 60))) {
        draw();
      }
    },
    reset() {
      setWindow(spec.dayFrom, spec.dayTo);
    },
    resize() {
      chart.resize();
      draw();
    },
    table: () => painter.table({ spec, win, data: buckets() }),
    dispose() {
      Object.values(timers).forEach(clearTimeout);
      loads.day.abort();
      loads.fine.abort();
      hands.dispose();
      chart.dispose();
    },
  };
}
