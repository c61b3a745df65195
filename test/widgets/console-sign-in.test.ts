import { expect } from '@open-wc/testing';
import { click, focused, get, has, open, passkey, passkeys, said, textOf, write, written } from './console-support.ts';
import { json, problem } from './shared/fake-api.ts';
import { FakeStaff } from './shared/fake-staff.ts';
import { settle } from './shared/mount.ts';
import { useSourceTerms } from './shared/terms.ts';

/** Nobody is signed in. */
function outside(): FakeStaff {
  const staff = new FakeStaff();
  staff.me = undefined;
  return staff;
}

const send = async (element: Element) => {
  get(element, '.sign-in .button').click();
  await settle();
};

describe('signing in at the console', () => {
  before(() => useSourceTerms('console'));

  it('takes address, code and passkey, and ends at the first story', async () => {
    const staff = outside();
    const { element, seen } = await open(staff);
    await expect(element).to.be.accessible();
    write(element, '#email', 'noemie@example.org');
    await send(element);
    expect(focused(element)?.id).to.equal('code');
    await expect(element).to.be.accessible();
    // As mails show it.
    write(element, '#code', '042 917');
    await send(element);
    expect(textOf(element, '.sign-in h2')).to.equal('Votre clé d’accès');
    expect(focused(element)?.id).to.equal('passkey');
    await expect(element).to.be.accessible();
    const asked = passkeys(passkey);
    await send(element);
    expect(focused(element)?.id).to.equal('story');
    expect(asked[0]?.publicKey?.challenge).to.be.instanceOf(ArrayBuffer);
    expect(written(seen)).to.deep.equal([
      { method: 'POST', path: '/v1/staff/session-codes', body: { email: 'noemie@example.org' } },
      { method: 'POST', path: '/v1/staff/sessions', body: { request: 'r'.repeat(43), code: '042917' } },
      { method: 'POST', path: '/v1/staff/passkeys/options', body: {} },
      { method: 'POST', path: '/v1/staff/passkeys', body: { kind: 'create', response: { id: 'key' } } },
    ]);
  });

  it('goes on with the passkey when the code was given before', async () => {
    const staff = outside();
    staff.me = { name: 'Noémie', role: 'moderator', language: 'fr', level: 'code', hasPasskey: true };
    const { element } = await open(staff);
    expect(textOf(element, '#passkey')).to.equal('Montrer ma clé');
  });

  it('says beside the field what is missing or wrong, and puts the focus there', async () => {
    const { element, seen } = await open(outside());
    await send(element);
    expect(textOf(element, '#problem')).to.contain('Écrivez votre adresse');
    expect(focused(element)?.id).to.equal('email');
    expect(get(element, '#email').getAttribute('aria-invalid')).to.equal('true');
    expect(written(seen)).to.deep.equal([]);
    write(element, '#email', 'noemie@example.org');
    await send(element);
    write(element, '#code', '12');
    await send(element);
    expect(textOf(element, '#problem')).to.equal('Écrivez les six chiffres du code.');
    write(element, '#code', '111111');
    await send(element);
    expect(textOf(element, '#problem')).to.contain('Ce code n’est pas le bon');
    expect(focused(element)?.id).to.equal('code');
    await expect(element).to.be.accessible();
    await click(element, 'Changer d’adresse');
    expect(focused(element)?.id).to.equal('email');
  });

  it('goes back to the address when the code has expired, and says how long to wait when asked too often', async () => {
    const staff = outside();
    let code: 'code_expired' | 'rate_limited' = 'code_expired';
    const { element } = await open(staff, (request) =>
      request.path.endsWith('/sessions') ? problem(code, 422) : staff.answer(request),
    );
    write(element, '#email', 'noemie@example.org');
    await send(element);
    write(element, '#code', '042917');
    await send(element);
    expect(textOf(element, '#problem')).to.contain('ne vaut plus');
    expect(focused(element)?.id).to.equal('email');
    write(element, '#email', 'noemie@example.org');
    await send(element);
    code = 'rate_limited';
    write(element, '#code', '042917');
    await send(element);
    expect(textOf(element, '#problem')).to.contain('Réessayez dans une minute');
  });

  for (const [what, error, words] of [
    ['was closed', new DOMException('', 'NotAllowedError'), 'n’a pas été montrée'],
    ['has one already', new DOMException('', 'InvalidStateError'), 'a déjà une clé'],
    ['cannot read the options', new TypeError('no'), 'ne connaît pas les clés'],
  ] as const)
    it(`lets one try again when the dialogue ${what}`, async () => {
      const staff = outside();
      staff.me = { name: 'Noémie', role: 'moderator', language: 'fr', level: 'code', hasPasskey: false };
      const { element, seen } = await open(staff);
      passkeys(() => Promise.reject(error));
      await send(element);
      expect(textOf(element, '#problem')).to.contain(words).and.to.contain('Rien n’a changé');
      expect(focused(element)?.id).to.equal('passkey');
      expect(written(seen).some(({ path }) => path === '/v1/staff/passkeys')).to.equal(false);
      passkeys(passkey);
      await send(element);
      expect(has(element, '#story')).to.equal(true);
    });

  it('signs out, and shows nothing of what was there', async () => {
    const staff = new FakeStaff();
    const { element, seen } = await open(staff);
    await click(element, 'Se déconnecter');
    expect(written(seen)).to.deep.equal([{ method: 'DELETE', path: '/v1/staff/session', body: undefined }]);
    expect(said(element)).to.equal('La session est fermée. À bientôt.');
    expect(has(element, '.story')).to.equal(false);
    expect(has(element, '#email')).to.equal(true);
  });

  it('never shows the mail address that was typed', async () => {
    const staff = outside();
    const { element } = await open(staff, (request) =>
      request.path.endsWith('/session-codes')
        ? json({ request: 'r'.repeat(43), expiresAt: Date.now() + 60_000 }, 202)
        : staff.answer(request),
    );
    write(element, '#email', 'noemie@example.org');
    await send(element);
    expect(element.shadowRoot?.textContent).not.to.contain('noemie@example.org');
  });
});
