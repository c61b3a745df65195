/** The recipes of events.html, as they are shown there and as they run there. */

// Matomo
document.addEventListener('ambassador-signup-success', ({ detail }) => {
  window._paq?.push(['trackEvent', 'Club', 'Sign-up', detail.circle]);
});
document.addEventListener('ambassador-signup-error', ({ detail }) => {
  window._paq?.push(['trackEvent', 'Club', 'Sign-up stopped', detail.code]);
});
document.addEventListener('ambassador-story-play', ({ detail }) => {
  window._paq?.push(['trackEvent', 'Club', 'Film', detail.story]);
});

// Look before it leaves
document.addEventListener('ambassador-signup-request', (event) => {
  if (document.querySelector('#rehearsal').checked) event.preventDefault();
});

// Buttons of your own
const form = document.querySelector('#stand ambassador-signup');
document.querySelector('#send').addEventListener('click', () => form.submit());
document.querySelector('#next').addEventListener('click', () => form.reset());
