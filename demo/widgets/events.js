/** A stand-in for Matomo: shows what a page's own would be told. Nothing leaves. */
const told = document.querySelector('#told');
window._paq = {
  push(entry) {
    const line = document.createElement('li');
    line.textContent = JSON.stringify(entry);
    told.append(line);
  },
};
