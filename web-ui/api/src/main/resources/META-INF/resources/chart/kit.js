// What every chart shares: colours by role, the hatch, numbers and times by locale, axes, tooltips.
const FONT = "'Instrument Sans', system-ui, sans-serif";
const NB = '\u00a0';

const probe = document.createElement('i');
probe.hidden = true;
const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
let known = new Map();

/** A role's colour as rgb(a): light-dark() resolves only in a property that is a colour, so an element is asked. */
function colour(role, alpha) {
  let rgb = known.get(role);
  if (!rgb) {
    if (!probe.isConnected) {
      document.body.append(probe);
    }
    probe.style.color = `var(--sem-${role})`;
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    rgb = [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).join(',');
    known.set(role, rgb);
  }
  return alpha === undefined ? `rgb(${rgb})` : `rgba(${rgb},${alpha})`;
}

/** Diagonal hatch: there are no measurements here. Never a colour, never a zero. Crossed: there are some that do not count. */
function hatch(crossed) {
  const k = Math.ceil(devicePixelRatio);
  const image = Object.assign(document.createElement('canvas'), { width: 8 * k, height: 8 * k });
  const g = image.getContext('2d');
  g.scale(k, k);
  g.strokeStyle = colour('gap');
  g.lineWidth = crossed ? 0.9 : 1.4;
  for (const o of [-8, 0, 8]) {
    g.beginPath();
    g.moveTo(o, 8);
    g.lineTo(o + 8, 0);
    if (crossed) {
      g.moveTo(o, 0);
      g.lineTo(o + 8, 8);
    }
    g.stroke();
  }
  return { image, repeat: 'repeat', scaleX: 1 / k, scaleY: 1 / k };
}

const locale = () => document.documentElement.lang || 'en-GB';
const numbers = new Map();
function num(value, places = 0) {
  const key = `${locale()} ${places}`;
  if (!numbers.has(key)) {
    numbers.set(key, new Intl.NumberFormat(locale(), { minimumFractionDigits: places, maximumFractionDigits: places }));
  }
  const text = numbers.get(key).format(value);
  // The locales' minus is a hyphen; and there is no minus zero.
  return /[1-9]/.test(text) ? text.replace('-', '\u2212') : text.replace('-', '');
}

/** Below 1,000 W whole watts, from there kW with two places, one from 10 kW. */
function power(watts) {
  const size = Math.abs(watts);
  return size < 999.5 ? `${num(watts)}${NB}W` : `${num(watts / 1000, size < 9995 ? 2 : 1)}${NB}kW`;
}

const clocks = new Map();
function clock(zone, parts) {
  const key = `${locale()} ${zone} ${parts}`;
  if (!clocks.has(key)) {
    const options = { timeZone: zone, hour: '2-digit', minute: '2-digit' };
    if (parts.includes('s')) {
      options.second = '2-digit';
    }
    if (locale() === 'en-US') {
      options.hour = 'numeric';
    } else {
      options.hourCycle = 'h23';
    }
    if (parts.includes('z')) {
      options.timeZoneName = 'longOffset';
    }
    clocks.set(key, new Intl.DateTimeFormat(locale(), options));
  }
  return clocks.get(key);
}
const at = (zone, second, parts) =>
  clock(zone, parts)
    .format(second * 1000)
    .replace('GMT', '');

const fields = new Map();
/** Seconds of the local wall clock's day at an instant. */
function wall(zone, second) {
  if (!fields.has(zone)) {
    fields.set(
      zone,
      new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
    );
  }
  const [h, m, s] = fields
    .get(zone)
    .format(second * 1000)
    .split(':')
    .map(Number);
  return h * 3600 + m * 60 + s;
}

/** A top of the scale with three to five even steps above 0; `low` below 0 extends it downwards in the same steps. */
function scale(high, low = 0) {
  const span = Math.max(high, -low, 1e-9);
  const ten = 10 ** Math.floor(Math.log10(span / 3));
  const step = [1, 2, 2.5, 5, 10, 20].map((f) => f * ten).find((s) => Math.ceil(span / s - 1e-9) <= 5);
  const places = Math.max(
    0,
    Math.min(
      5,
      -Math.floor(Math.log10(step * 1.0000001)) +
        (Math.abs(step / 10 ** Math.floor(Math.log10(step * 1.0000001)) - 2.5) < 1e-6 ? 1 : 0),
    ),
  );
  return {
    max: Math.max(step, Math.ceil(high / step - 1e-9) * step),
    min: low < 0 ? -Math.ceil(-low / step - 1e-9) * step : 0,
    step,
    places,
  };
}

const label = (more) => ({ color: colour('ink3'), fontSize: 12, fontFamily: FONT, ...more });
const unitName = (name) => ({ name, nameGap: 10, nameTextStyle: label({ align: 'right', padding: [0, 8, 0, 0] }) });
const valueAxis = (more) => ({
  type: 'value',
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: colour('line'), width: 1 } },
  ...more,
  axisLabel: label({ margin: 10, ...more?.axisLabel }),
});
const baseAxis = (more) => ({
  axisLine: { show: true, onZero: false, lineStyle: { color: colour('axis') } },
  axisTick: { show: false },
  splitLine: { show: false },
  ...more,
  axisLabel: label({ margin: 10, ...more?.axisLabel }),
});
const base = (more) => ({ animation: false, textStyle: { fontFamily: FONT }, ...more });
const tooltip = (more) => ({
  trigger: 'axis',
  confine: true,
  transitionDuration: 0,
  padding: 0,
  borderWidth: 0,
  backgroundColor: 'transparent',
  extraCssText: 'box-shadow:none',
  className: 'sem-chart-tip',
  axisPointer: {
    type: 'line',
    animation: false,
    lineStyle: { color: colour('ink3'), width: 1, type: 'solid' },
    shadowStyle: { color: colour('ink', 0.05) },
  },
  ...more,
});

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
/** The tooltip's card: the time first, then a swatch, a name and a value each. Rows: {role, name, text, shape}. */
const tip = (title, rows, foot) =>
  `<div class="card"><b>${escape(title)}</b><table>${rows
    .map(
      (row) =>
        `<tr><td>${row.role ? `<i class="${row.shape ?? 'dot'}" style="--c:var(--sem-${escape(row.role)})"></i>` : ''}${escape(row.name)}</td><td>${escape(row.text)}</td></tr>`,
    )
    .join('')}</table>${foot ? `<small>${escape(foot)}</small>` : ''}</div>`;

/**
 * Keeps the tooltip true where the pointer rests while the data below it changes: ECharts itself does so only where every
 * series has a tip, else it goes on showing what it said before. To be called after each drawing; shows nothing where nothing is
 * shown.
 */
function follow(chart) {
  let shown = null;
  chart.on('showTip', ({ x, y }) => {
    shown = { x, y };
  });
  chart.on('hideTip', () => {
    shown = null;
  });
  return () => {
    if (shown) {
      chart.dispatchAction({ type: 'showTip', ...shown });
    }
  };
}

/** A focusable box for a drawing, with a name, and a line that reads out what the keyboard points at. */
function stage(host, name) {
  const plot = Object.assign(document.createElement('div'), { className: 'sem-chart-plot', tabIndex: 0 });
  const say = Object.assign(document.createElement('div'), { className: 'sem-chart-say' });
  plot.setAttribute('role', 'group');
  plot.setAttribute('aria-label', name);
  say.setAttribute('aria-live', 'polite');
  host.append(plot, say);
  return {
    plot,
    say: (text) => {
      say.textContent = text;
    },
    rename: (text) => plot.setAttribute('aria-label', text),
  };
}

export const kit = {
  FONT,
  NB,
  colour,
  hatch,
  num,
  power,
  at,
  wall,
  scale,
  label,
  unitName,
  valueAxis,
  baseAxis,
  base,
  tooltip,
  tip,
  follow,
  stage,
  escape,
  forget: () => {
    known = new Map();
  },
};
