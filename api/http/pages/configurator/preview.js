/** A preview shows; it signs nobody up and sends no story. The widget asks before it does either. */
for (const name of ['ambassador-signup-request', 'ambassador-story-request']) {
  document.addEventListener(name, (event) => event.preventDefault());
}
/** Links between the tags lead to pages that no frame may show. */
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (link && !event.defaultPrevented) event.preventDefault();
});
// A preview that gives way to the next one asks for nothing any more: what its browser cuts off is no fault of the club.
addEventListener('pagehide', ({ persisted }) => persisted || document.body.replaceChildren());
