// What makes the pages before the console more pleasant; without it they work as well.
const find = (selector) => [...document.querySelectorAll(selector)];
const locale = document.documentElement.lang;

// A language takes effect when it is chosen.
find('#lang').forEach((select) => select.addEventListener('change', () => select.form.submit()));

// Shows and hides what is typed.
for (const eye of find('[data-eye]')) {
  const input = document.getElementById(eye.dataset.eye);
  eye.hidden = false;
  eye.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    eye.setAttribute('aria-pressed', shown);
  });
}

// Counts what is typed, as people count.
for (const hint of find('[data-count]')) {
  const input = document.getElementById(hint.id.replace('-below', ''));
  const before = hint.textContent;
  input.addEventListener('input', () => {
    const characters = [...input.value.normalize('NFC')].length;
    hint.textContent = characters === 0 ? before : hint.dataset.count.replace('{0}', characters);
  });
}

// The own question has a field of its own; without a question there is no answer.
const question = document.getElementById('question');
const fit = () => {
  find('[data-when]').forEach((part) => { part.hidden = question.value !== part.dataset.when; });
  find('[data-unless]').forEach((part) => { part.hidden = question.value === part.dataset.unless; });
};
if (question) {
  question.addEventListener('change', fit);
  fit();
}

// Recovery codes: copied, saved, printed.
const text = (id) => [...document.querySelectorAll(`#${id} code`)].map((code) => code.textContent).join('\n') + '\n';
for (const button of find('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text(button.dataset.copy));
    button.textContent = button.dataset.done;
  });
}
for (const button of find('[data-save]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text(button.dataset.save)], { type: 'text/plain' }));
    link.download = button.dataset.name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
find('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});

// The first field at fault, else the first one.
(document.querySelector('[aria-invalid]') ?? document.querySelector('.form .field input'))?.focus();

// The meter's newest second, where it may be seen: not before the login.
const talk = document.getElementById('talk');
const power = (watts) => {
  const large = Math.abs(watts) >= 1000;
  const number = new Intl.NumberFormat(locale, large ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 });
  return [number.format(large ? watts / 1000 : watts).replace('-', '\u2212'), large ? 'kW' : 'W'];
};
async function live() {
  try {
    const answer = await fetch('/api/v1/live', { cache: 'no-store' });
    if (answer.status === 401 || answer.status === 403) {
      return;
    }
    if (answer.ok) {
      const sample = await answer.json();
      for (const place of find('[data-live]')) {
        const watts = sample[place.dataset.live];
        place.closest('[data-phase]')?.toggleAttribute('hidden', watts == null);
        if (watts != null) {
          const [number, unit] = power(watts);
          const mark = document.createElement('i');
          mark.className = 'u';
          mark.textContent = unit;
          place.replaceChildren(number, '\u00a0', mark);
        }
      }
      talk.hidden = false;
    }
  } catch {
    // The server starts anew: the next second tells.
  }
  setTimeout(live, 1000);
}
if (location.pathname === '/welcome') {
  live();
}

// A link from elsewhere brings no cookie (SameSite): the page asks by itself whether somebody is logged in.
if (location.pathname === '/login') {
  fetch('/api/v1/session', { cache: 'no-store' }).then((answer) => answer.json()).then((session) => {
    if (session.caller === 'owner' || session.caller === 'local') {
      location.reload();
    }
  }).catch(() => {});
}
