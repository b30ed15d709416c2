// While the console's own bundle is updated, an open page loses its session. Flow tries again by itself and loads the page
// anew when it is told that the session has gone; where it gives up instead, this does it as soon as the server answers.
const PAUSE = 1500;
let lostSince = 0;

const isLost = () => {
  const state = window.Vaadin?.connectionState?.state;
  return state === 'reconnecting' || state === 'connection-lost';
};

async function look() {
  if (!isLost()) {
    lostSince = 0;
  } else {
    lostSince ||= Date.now();
    try {
      const answer = await fetch('console/icon.svg', { cache: 'no-store' });
      if (answer.ok && isLost() && Date.now() - lostSince > 2 * PAUSE) {
        location.reload();
        return;
      }
    } catch {
      // Not back yet: look again.
    }
  }
  setTimeout(look, PAUSE);
}
setTimeout(look, PAUSE);
