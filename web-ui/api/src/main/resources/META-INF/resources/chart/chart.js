// The console's one chart element. Its name and the address of all its modules hold the hash of their content, because an
// open page can neither redefine an element nor load a module again: after an update old charts live on beside new ones.
import * as echarts from './echarts.js';
import { bars } from './bars.js';
import { curve } from './curve.js';
import { groups } from './groups.js';
import { kit } from './kit.js';
import { ring } from './ring.js';
import { spark } from './spark.js';
import { target } from './target.js';

const makers = { bars, curve, groups, ring, spark, target };
const [, hash] = new URL(import.meta.url).pathname.match(/~([0-9a-f]+)\//);

const charts = new Set();
let look = '';
/** Draws all charts again if colours or language are others than before. */
const redrawAll = () => {
  kit.forget();
  const now = `${document.documentElement.lang} ${kit.colour('ink')} ${kit.colour('surface')} ${kit.colour('accent')}`;
  if (now !== look) {
    look = now;
    charts.forEach((chart) => chart.redraw());
  }
};
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
// Theme and language are attributes of the document.
new MutationObserver(redrawAll).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ['class', 'lang', 'theme', 'style', 'dir'],
});
// Paper is light, and has a width of its own, which the page's style sheet gives to a class: its rules for prints hold only once
// the page is being printed, too late for what is drawn.
const printing = (now) => () => {
  document.documentElement.style.colorScheme = now ? 'light' : '';
  document.documentElement.classList.toggle('sem-printing', now);
  redrawAll();
  charts.forEach((chart) => chart.fit());
};
addEventListener('beforeprint', printing(true));
addEventListener('afterprint', printing(false));
// A canvas keeps the font that it was drawn with.
if (document.fonts?.status === 'loading') {
  document.fonts.ready.then(() => charts.forEach((chart) => chart.redraw()));
}

class SemChart extends HTMLElement {
  #spec = null;
  #table = false;
  #drawing = null;
  #due = false;
  #size = '';
  #resize = new ResizeObserver(() => this.fit());

  get spec() {
    return this.#spec;
  }
  set spec(value) {
    this.#spec = value;
    this.redraw();
  }
  get table() {
    return this.#table;
  }
  set table(value) {
    this.#table = Boolean(value);
    this.redraw();
  }

  connectedCallback() {
    // Properties that were set before this class was known hide its accessors.
    for (const name of ['spec', 'table']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    charts.add(this);
    this.#resize.observe(this);
    this.redraw();
  }

  disconnectedCallback() {
    charts.delete(this);
    this.#resize.disconnect();
    this.#drop();
  }

  /** A second's power, W: [epoch second, total, L1, L2, L3]; phases null where the meter does not tell them. */
  addSample(sample) {
    this.#drawing?.append?.(sample);
  }

  /** The whole of the period again. */
  reset() {
    this.#drawing?.reset?.();
  }

  /** Draws once after all that is being set now. */
  redraw() {
    if (!this.#due) {
      this.#due = true;
      queueMicrotask(() => {
        this.#due = false;
        this.#draw();
      });
    }
  }

  #draw() {
    if (!this.isConnected || !this.#spec || !this.clientWidth) {
      return;
    }
    if (this.#drawing?.kind !== this.#spec.kind) {
      this.#drop();
      const maker = makers[this.#spec.kind];
      if (!maker) {
        return;
      }
      this.#drawing = maker({
        host: this,
        echarts,
        kit,
        tell: (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail })),
      });
      this.#drawing.kind = this.#spec.kind;
    }
    this.#size = `${this.clientWidth} ${this.clientHeight}`;
    this.#drawing.update(this.#spec);
    this.#showTable();
    this.dataset.drawn = String(1 + Number(this.dataset.drawn ?? 0));
  }

  /** Called by a drawing whose data came later than its description. */
  dataChanged() {
    this.dataset.loaded = String(1 + Number(this.dataset.loaded ?? 0));
    this.#showTable();
  }

  /** Draws again if the size is another than before. */
  fit() {
    if (!this.#drawing) {
      this.redraw();
      return;
    }
    const size = `${this.clientWidth} ${this.clientHeight}`;
    if (size !== this.#size) {
      this.#size = size;
      this.#drawing.resize();
    }
  }

  #showTable() {
    let box = this.querySelector(':scope > .sem-chart-table');
    this.classList.toggle('as-table', this.#table);
    if (!this.#table) {
      box?.remove();
      return;
    }
    const { head, rows } = this.#drawing.table();
    if (!box) {
      box = document.createElement('div');
      box.className = 'sem-chart-table';
      box.tabIndex = 0;
      this.append(box);
    }
    const table = document.createElement('table');
    table.createCaption().textContent = this.#spec.name;
    const line = (parent, cells, heads) => {
      const row = parent.insertRow();
      cells.forEach((text, i) => {
        const cell = document.createElement(heads || i === 0 ? 'th' : 'td');
        cell.scope = heads ? 'col' : 'row';
        if (cell.tagName === 'TD') {
          cell.removeAttribute('scope');
        }
        if (i === cells.length - 1 && cells.length < head.length) {
          cell.colSpan = head.length - i;
          cell.className = 'note';
        }
        cell.textContent = text;
        row.append(cell);
      });
    };
    line(table.createTHead(), head, true);
    const body = table.createTBody();
    rows.forEach((cells) => line(body, cells, false));
    const top = box.scrollTop;
    box.replaceChildren(table);
    box.scrollTop = top;
  }

  #drop() {
    this.#drawing?.dispose();
    this.#drawing = null;
    this.replaceChildren();
  }
}
customElements.define(`sem-chart-${hash}`, SemChart);
