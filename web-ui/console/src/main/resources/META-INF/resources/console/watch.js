// When the console's own bundle is updated or the server starts anew, an open page belongs to a console that is no more, and
// Flow does not always notice while nobody clicks. This asks every two seconds which console it is, and loads the page anew,
// at the same address, when it is another one. A page that nobody sees does not ask; it does at once when it is seen again.
const PAUSE = 2000;
const mine = document.querySelector('meta[name=opensem-console]').content;
let failures = 0;
let timer;

function show(state) {
  const connection = window.Vaadin?.connectionState;
  if (connection) {
    connection.state = state;
  }
}

async function ask() {
  try {
    const answer = await fetch('console/instance', { cache: 'no-store' });
    if (answer.status === 401) {
      // The session has ended: the server shows the login.
      location.reload();
      return false;
    }
    const other = answer.ok ? await answer.text() : '';
    if (other && other !== mine) {
      location.reload();
      return false;
    }
    return answer.ok;
  } catch {
    return false;
  }
}

async function look() {
  clearTimeout(timer);
  if (document.hidden) {
    return;
  }
  const fine = await ask();
  if (!fine && ++failures === 2) {
    show('reconnecting');
  } else if (fine && failures > 0) {
    show('connected');
  }
  failures = fine ? 0 : failures;
  timer = setTimeout(look, PAUSE);
}

document.addEventListener('visibilitychange', look);
timer = setTimeout(look, PAUSE);
