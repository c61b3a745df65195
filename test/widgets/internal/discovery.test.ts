import { expect } from '@open-wc/testing';
import { discover } from '../../../widgets/internal/discovery.ts';
import { mount, settle } from '../shared/mount.ts';
import { consoleLines } from '../shared/quiet.ts';

let tests = 0;

/** Names that no other test has used: a search for them goes on as long as the page. */
function names(): [one: string, two: string] {
  tests += 1;
  return [`one-${tests}`, `two-${tests}`];
}

describe('discover', () => {
  it('loads what is in the page, each once, in the language of its first element', async () => {
    const [one, two] = names();
    const loaded: string[] = [];
    await mount(
      `<div><p lang="de"><ambassador-${one}></ambassador-${one}></p><ambassador-${one}></ambassador-${one}></div>`,
    );
    discover([one, two], async (widget, locale) => void loaded.push(`${widget} ${locale}`));
    await settle();
    expect(loaded).to.deep.equal([`${one} de`]);
  });

  it('loads what arrives later, at any depth', async () => {
    const [one, two] = names();
    const loaded: string[] = [];
    discover([one, two], async (widget) => void loaded.push(widget));
    await mount(`<div><p><ambassador-${two}></ambassador-${two}></p></div>`);
    await mount(`<ambassador-${one}></ambassador-${one}>`);
    await mount(`<ambassador-${one}></ambassador-${one}>`);
    await settle();
    expect(loaded).to.deep.equal([two, one]);
  });

  it('leaves tags alone that are not ours', async () => {
    const [one] = names();
    let asked = 0;
    discover([one], async () => void (asked += 1));
    await mount(`<div><ambassador-${one}-x></ambassador-${one}-x><ambassador-other></ambassador-other></div>`);
    await settle();
    expect(asked).to.equal(0);
  });

  it('says what could not be loaded, and goes on with the others', async () => {
    const [one, two] = names();
    const loaded: string[] = [];
    discover([one, two], async (widget) => {
      if (widget === one) throw new TypeError('no network');
      loaded.push(widget);
    });
    await mount(`<div><ambassador-${one}></ambassador-${one}><ambassador-${two}></ambassador-${two}></div>`);
    await settle();
    expect(loaded).to.deep.equal([two]);
    expect(consoleLines()).to.have.length(1);
    expect(consoleLines()[0]).to.match(/^\[ambassador-one-\d+\] Could not be loaded \(TypeError: no network\)\. /);
  });
});
