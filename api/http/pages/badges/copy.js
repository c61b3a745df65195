/**
 * Buttons that copy the field beside them. Without this script there are none, and the fields can be selected.
 * What happened is said in words, to eyes and to screen readers alike.
 */
for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.getAttribute('data-copies') ?? '');
  const said = button.nextElementSibling;
  if (!field || !said) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // No clipboard on a page without https, or the visitor said no: the text is selected all the same.
      copied = false;
    }
    // Emptied first: the same words again would not be read out a second time.
    said.textContent = '';
    requestAnimationFrame(() => {
      said.textContent = button.getAttribute(copied ? 'data-copied' : 'data-failed');
    });
  });
}
