import { expect } from '@open-wc/testing';
import { openedWith, pageContext } from '../../widgets/signup/submission/page-context.ts';
import { problemsOf } from '../../widgets/signup/submission/validation.ts';
import type { Values } from '../../widgets/signup/submission/values.ts';
import { viewIn } from './signup-support.ts';

describe('where a sign-up comes from', () => {
  const context = (page: string, referrer = '', opened?: string) =>
    pageContext(new URL(page), referrer, '1.0.0', opened);

  it('is a path, without query and fragment', () => {
    expect(context('https://ville.example/club/?token=secret&email=a@b.fr#me')).to.deep.equal({
      path: '/club/',
      widget: '1.0.0',
    });
  });

  it('holds the five campaign parameters and no other', () => {
    const query = 'utm_source=lettre&utm_medium=mail&utm_campaign=x&utm_term=y&utm_content=z&utm_id=7&gclid=8';
    expect(context(`https://ville.example/?${query}`).utm).to.deep.equal({
      source: 'lettre',
      medium: 'mail',
      campaign: 'x',
      term: 'y',
      content: 'z',
    });
  });

  it('leaves out what the club would refuse, so that nobody is kept from joining by a link', () => {
    const long = 'x'.repeat(121);
    expect(context(`https://ville.example/?utm_source=${long}&utm_medium=a%00b&utm_term=`)).not.to.have.property('utm');
    expect(context(`https://ville.example/${'é'.repeat(400)}`).path).to.have.length(512);
  });

  it('leaves out of a path and of a campaign what looks like somebody’s', () => {
    const { path, utm } = context(
      'https://ville.example/konto/odile%40example.org/a;jsessionid=1/3f2504e0-4f89-41d3-9a0c-0305e82c3301/9f86d081884c7d65/fete-2026/?utm_source=odile@example.org&utm_medium=mail',
    );
    expect(path).to.equal('/konto/-/-/-/-/fete-2026/');
    expect(utm).to.deep.equal({ medium: 'mail' });
  });

  it('holds what the visit began with, when that was another page or another campaign', () => {
    const opened = 'https://ville.example/accueil?utm_source=affiche&token=secret#me';
    const first = { path: '/accueil', utm: { source: 'affiche' } };
    expect(context('https://ville.example/club', '', opened)).to.deep.equal({ path: '/club', first, widget: '1.0.0' });
    expect(context('https://ville.example/accueil', '', opened).first).to.deep.equal(first);
    expect(context(opened, '', opened)).not.to.have.property('first');
    // Another site's page, or a frame without an address, is no beginning of this visit.
    for (const other of ['https://elsewhere.example/', 'about:srcdoc', 'undefined', ''])
      expect(context('https://ville.example/club', '', other)).not.to.have.property('first');
  });

  it('names the member whose link was followed last, and nobody whose code is none', () => {
    const page = 'https://ville.example/';
    expect(context(`${page}?ambassador=7k3m92qxd4`).ambassador).to.equal('7k3m92qxd4');
    expect(context(page, '', `${page}?ambassador=7k3m92qxd4`).ambassador).to.equal('7k3m92qxd4');
    const both = context(`${page}b?ambassador=0000000000`, '', `${page}?ambassador=7k3m92qxd4`);
    expect(both.ambassador).to.equal('0000000000');
    for (const wrong of ['7k3m92qxd', '7k3m92qxd4x', '7k3m92qxil', 'odile@mail', ''])
      expect(context(`${page}?ambassador=${wrong}`)).not.to.have.property('ambassador');
  });

  it('is read from what the browser keeps of the document, which pushState does not change', () => {
    const before = location.href;
    history.pushState(null, '', '/another/page?utm_source=x');
    expect(openedWith()).to.equal(before.split('#')[0]);
    history.back();
  });

  for (const [referrer, origin] of [
    ['https://www.example.org/search?q=private', 'https://www.example.org'],
    ['http://localhost:8080/a', 'http://localhost:8080'],
    ['android-app://com.example/', undefined],
    ['', undefined],
    ['not an address', undefined],
  ])
    it(`names the origin of ${referrer || 'no page'} and nothing more`, () => {
      expect(context('https://ville.example/', referrer).referrer).to.equal(origin);
    });
});

describe('what keeps a sign-up from being sent', () => {
  const good: Values = {
    firstName: 'Camille',
    email: 'camille@exemple.fr',
    circle: 'habitants',
    invitation: '',
    lastName: '',
    place: '',
    organisation: '',
    sentence: '',
    age15: true,
    charter: true,
    newsletter: false,
    public: false,
    introductions: false,
  };
  const codes = (change: Partial<Values>) =>
    problemsOf({ ...good, ...change }, viewIn('fr').circles).map(({ field, code }) => `${field} ${code}`);

  for (const [change, ...expected] of [
    [{}],
    [
      { firstName: '', email: '', circle: '', age15: false, charter: false },
      'firstName required',
      'email required',
      'circle required',
      'age15 under_age',
      'charter charter_not_accepted',
    ],
    [{ firstName: '👩🏽‍🚒' }],
    [{ firstName: 'x'.repeat(80) }],
    [{ firstName: 'x'.repeat(81) }, 'firstName too_long'],
    [{ email: 'a@b' }, 'email email_invalid'],
    [{ email: ' a@b.fr' }, 'email email_invalid'],
    [{ email: 'zoé@müller.example' }, 'email email_invalid'],
    [{ email: 'zoe@müller.example' }],
    [{ circle: 'somewhere' }, 'circle required'],
    [{ circle: 'vip' }, 'invitation invitation_required'],
    [{ circle: 'vip', invitation: '  ' }, 'invitation invitation_required'],
    [{ circle: 'vip', invitation: 'FLAMME-1' }],
    [{ circle: 'habitants', invitation: '\n' }],
    [
      { lastName: '\u2028', place: 'x'.repeat(121), organisation: '\ud800', sentence: 'a\nb' },
      'lastName control_character',
      'place too_long',
      'organisation invalid_unicode',
      'sentence control_character',
    ],
    [{ sentence: '\u202e<b>\u200f' }],
  ] as [Partial<Values>, ...string[]][])
    it(`is ${expected.join(', ') || 'nothing'} with ${JSON.stringify(change).slice(0, 60)}`, () => {
      expect(codes(change)).to.deep.equal(expected);
    });
});
