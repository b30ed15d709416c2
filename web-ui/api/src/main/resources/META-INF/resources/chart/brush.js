// The 44 px overview of the day below the curve: its maxima, and a window with two handles.
const SVG = 'http://www.w3.org/2000/svg';

export function makeBrush({ host, names, moved, nudge }) {
  const root = Object.assign(document.createElement('div'), { className: 'sem-brush' });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const range = Object.assign(document.createElement('div'), { className: 'range' });
  const handles = ['from', 'to'].map((side) => {
    const handle = Object.assign(document.createElement('button'), { className: 'handle', type: 'button' });
    handle.dataset.side = side;
    handle.setAttribute('role', 'slider');
    return handle;
  });
  root.append(svg, range, ...handles);
  host.append(root);
  let day = { from: 0, to: 1 };
  let win = day;
  let grip = null;

  const part = (second) => (second - day.from) / (day.to - day.from);
  const secondAt = (x) => {
    const box = root.getBoundingClientRect();
    return day.from + ((x - box.left) / box.width) * (day.to - day.from);
  };

  root.addEventListener('pointerdown', (e) => {
    if (e.button !== 0) {
      return;
    }
    const side = e.target.dataset?.side;
    const start = secondAt(e.clientX);
    grip = {
      side: side ?? (e.target === range && win.to - win.from < (day.to - day.from) * 0.98 ? 'both' : 'new'),
      start,
      win,
      moved: false,
    };
    root.setPointerCapture(e.pointerId);
    if (!side) {
      e.preventDefault();
    }
  });
  root.addEventListener('pointermove', (e) => {
    if (!grip) {
      return;
    }
    const at = secondAt(e.clientX);
    if (!grip.moved && Math.abs(part(at) - part(grip.start)) * root.clientWidth < 3) {
      return;
    }
    grip.moved = true;
    const { from, to } = grip.win;
    if (grip.side === 'from') {
      moved(Math.min(at, to - 10), to);
    } else if (grip.side === 'to') {
      moved(from, Math.max(at, from + 10));
    } else if (grip.side === 'new') {
      moved(Math.min(grip.start, at), Math.max(grip.start, at));
    } else {
      const by = Math.max(day.from - from, Math.min(day.to - to, at - grip.start));
      moved(from + by, to + by);
    }
  });
  const release = () => {
    grip = null;
  };
  root.addEventListener('pointerup', release);
  root.addEventListener('pointercancel', release);
  handles.forEach((handle) =>
    handle.addEventListener('keydown', (e) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[e.key];
      if (by) {
        e.preventDefault();
        e.stopPropagation();
        const shift = by * Math.max(10, Math.round((win.to - win.from) / 50));
        if (handle.dataset.side === 'from') {
          moved(Math.min(win.from + shift, win.to - 10), win.to);
        } else {
          moved(win.from, Math.max(win.to + shift, win.from + 10));
        }
      } else {
        nudge(e);
      }
    }),
  );

  return {
    root,
    /** The pixels that the plot leaves free on its left and right. */
    place(left, right) {
      root.style.left = `${left}px`;
      root.style.right = `${right}px`;
    },
    /** The day's maxima as runs of [second, watts], which are not connected; and the stretches that do not count. */
    line(runs, top, invalid) {
      svg.setAttribute('viewBox', '0 0 1000 44');
      svg.replaceChildren(
        ...invalid.map((mark) => {
          const box = document.createElementNS(SVG, 'rect');
          const [from, to] = [mark.from, mark.to].map((second) => Math.max(0, Math.min(1, part(second))) * 1000);
          Object.entries({ x: from, y: 0, width: Math.max(from < to ? 2 : 0, to - from), height: 44 }).forEach(([name, value]) =>
            box.setAttribute(name, String(value)),
          );
          return box;
        }),
        ...runs.map((run) => {
          const line = document.createElementNS(SVG, 'polyline');
          line.setAttribute(
            'points',
            run
              .map(
                ([second, watts]) =>
                  `${(part(second) * 1000).toFixed(1)},${(40 - 36 * Math.max(0, watts / (top || 1))).toFixed(1)}`,
              )
              .join(' '),
          );
          return line;
        }),
      );
    },
    window(next, nextDay, text) {
      win = next;
      day = nextDay;
      const [a, b] = [part(win.from), part(win.to)].map((x) => Math.max(0, Math.min(1, x)) * 100);
      range.style.left = `${a}%`;
      range.style.width = `${b - a}%`;
      root.classList.toggle('zoomed', win.to - win.from < (day.to - day.from) * 0.98);
      [win.from, win.to].forEach((second, i) => {
        const handle = handles[i];
        handle.style.left = `${[a, b][i]}%`;
        handle.setAttribute('aria-label', names[i]());
        handle.setAttribute('aria-valuemin', String(day.from));
        handle.setAttribute('aria-valuemax', String(day.to));
        handle.setAttribute('aria-valuenow', String(Math.round(second)));
        handle.setAttribute('aria-valuetext', text(second));
      });
    },
  };
}
