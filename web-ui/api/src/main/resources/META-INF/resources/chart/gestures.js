// How a window is moved: wheel, drag, pinch, two clicks, keys.
export function gestures({ plot, chart, kit, window: win, day, live, zoomed, set, mark, marked }) {
  const stop = new AbortController();
  const on = (type, run, more) => plot.addEventListener(type, run, { signal: stop.signal, ...more });
  const secondAt = (clientX) => chart.convertFromPixel({ xAxisIndex: 0 }, clientX - plot.getBoundingClientRect().left);
  const inside = (e) => {
    const box = plot.getBoundingClientRect();
    return chart.containPixel('grid', [e.clientX - box.left, e.clientY - box.top]);
  };

  /** Zooms by a factor while the instant stays under the pointer. */
  function zoom(factor, around) {
    const { from, to } = win();
    const length = Math.max(10, Math.min(day().to - day().from, (to - from) * factor));
    const start = around - ((around - from) / (to - from)) * length;
    set(start, start + length);
  }

  const pan = (seconds) => {
    const { from, to } = win();
    const by = Math.max(day().from - from, Math.min(day().to - to, seconds));
    if (by) {
      set(from + by, to + by);
    }
  };

  on(
    'wheel',
    (e) => {
      if (live() || !inside(e) || (e.deltaY > 0 && !zoomed())) {
        return;
      }
      e.preventDefault();
      if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
        pan(((e.deltaX || e.deltaY) / plot.clientWidth) * (win().to - win().from));
      } else {
        zoom(Math.exp(Math.max(-240, Math.min(240, e.deltaY)) * 0.0022), secondAt(e.clientX));
      }
    },
    { passive: false },
  );

  const fingers = new Map();
  let drag = null;
  let pinch = null;
  let dragged = false;
  on('pointerdown', (e) => {
    if (live() || e.button !== 0 || !inside(e)) {
      return;
    }
    fingers.set(e.pointerId, e.clientX);
    dragged = false;
    if (fingers.size === 2) {
      drag = null;
      const [a, b] = [...fingers.values()];
      pinch = { gap: Math.max(20, Math.abs(a - b)), win: win(), around: secondAt((a + b) / 2) };
    } else {
      drag = { x: e.clientX, win: win(), perPixel: secondAt(e.clientX + 1) - secondAt(e.clientX) };
    }
  });
  on('pointermove', (e) => {
    if (!fingers.has(e.pointerId)) {
      return;
    }
    fingers.set(e.pointerId, e.clientX);
    if (pinch && fingers.size === 2) {
      const [a, b] = [...fingers.values()];
      const { from, to } = pinch.win;
      const length = ((to - from) * pinch.gap) / Math.max(20, Math.abs(a - b));
      const start = pinch.around - ((pinch.around - from) / (to - from)) * length;
      dragged = true;
      set(start, start + length);
    } else if (drag && zoomed() && (dragged || Math.abs(e.clientX - drag.x) > 5)) {
      dragged = true;
      const by = -(e.clientX - drag.x) * drag.perPixel;
      const { from, to } = drag.win;
      const moved = Math.max(day().from - from, Math.min(day().to - to, by));
      set(from + moved, to + moved);
      chart.dispatchAction({ type: 'hideTip' });
    }
  });
  const up = (e) => {
    fingers.delete(e.pointerId);
    drag = null;
    if (fingers.size < 2) {
      pinch = null;
    }
  };
  on('pointerup', up);
  on('pointercancel', up);
  on('pointerleave', up);
  // A tap on a touch screen asks for the value; there two fingers zoom.
  on('click', (e) => {
    if (!dragged && !live() && e.pointerType !== 'touch' && inside(e)) {
      mark(secondAt(e.clientX));
    }
  });

  function key(e) {
    const { from, to } = win();
    const length = to - from;
    const run = {
      ArrowLeft: () => pan(-length * (e.shiftKey ? 0.5 : 0.1)),
      ArrowRight: () => pan(length * (e.shiftKey ? 0.5 : 0.1)),
      '+': () => zoom(0.5, (from + to) / 2),
      '=': () => zoom(0.5, (from + to) / 2),
      '-': () => zoom(2, (from + to) / 2),
      Home: () => pan(day().from - from),
      End: () => pan(day().to - to),
      Escape: () => (marked() ? mark(null) : set(day().from, day().to)),
    }[e.key];
    if (run && !e.ctrlKey && !e.metaKey && !e.altKey) {
      e.preventDefault();
      run();
    }
  }
  on('keydown', key);

  return { key, dispose: () => stop.abort() };
}
