/* What other people's scripts leave behind them. A classic script on purpose. */
(function () {
  // Prototype pollution: options that are read without being asked for.
  for (const [name, value] of Object.entries({
    src: 'https://evil.example/',
    url: 'https://evil.example/',
    api: 'https://evil.example',
    partner: 'evil',
    badge: 'evil',
    domain: 'evil.example',
    name: 'Mallory',
    until: '2099-12-31',
    headers: { 'x-evil': '1' },
    method: 'DELETE',
    credentials: 'include',
    mode: 'no-cors',
    innerHTML: '<img src=x onerror=alert(1)>',
  })) {
    Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true, enumerable: false });
  }
  // A loader of modules of another age: scripts that sniff for it register themselves there.
  window.define = function () {};
  window.define.amd = {};
  window.module = { exports: {} };
  window.exports = window.module.exports;
  // A polyfill that thinks it knows better.
  Array.prototype.last = function () {
    return this[this.length - 1];
  };
  window.addEventListener('load', function () {
    setTimeout(function () {
      // Names of this page shadow `document.getElementById`, so it asks the prototype.
      const place = Document.prototype.getElementById.call(document, 'late');
      const late = Document.prototype.createElement.call(document, 'ambassador-signup');
      late.setAttribute('partner', 'club');
      late.setAttribute('lang', 'de');
      late.setAttribute('compact', '');
      const link = Document.prototype.createElement.call(document, 'a');
      link.href = '/join?partner=club&lang=de';
      link.textContent = 'Botschafterin oder Botschafter werden';
      late.append(link);
      place.append(late);
      postMessage(null, '*');
      // And a page builder moves it, twice.
      setTimeout(function () {
        place.remove();
        Document.prototype.querySelector.call(document, 'main').append(place);
      }, 300);
    }, 500);
  });
})();
