import { expect } from '@open-wc/testing';
import { pageContext } from '../../widgets/signup/submission/page-context.ts';
import { problemsOf } from '../../widgets/signup/submission/validation.ts';
import type { Values } from '../../widgets/signup/submission/values.ts';
import { viewIn } from './signup-support.ts';

describe('where a sign-up comes from', () => {
  const context = (page: string, referrer = '') => pageContext(new URL(page), referrer, '1.0.0');

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
