/** What rows that nobody would write today become on their way out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circleView, inOrder, linkView, mediaView } from '../../../../api/domain/stories/view.ts';
import { publicUrl, testClub } from '../../../support/app.ts';

const deps = { club: testClub, publicUrl, mediaOrigin: 'https://media.example' };

test('only a film that we know is ever a link on anybody’s page', () => {
  const film = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
  assert.deepEqual(linkView(film), { site: 'youtube', url: film });
  for (const link of ['javascript:alert(1)', 'https://evil.example/', `${film} https://evil.example`, '', null]) {
    assert.equal(linkView(link), null);
  }
});

test('a circle that the club has given up is named by its identifier', () => {
  assert.deepEqual(circleView(deps, 'founders', 'fr'), { id: 'founders', name: 'founders' });
  const { id, name } = testClub.circles[1]!;
  assert.deepEqual(circleView(deps, id, 'de'), { id, name: name.de });
});

test('photos stand in the order of their author; of two in one place the older comes first', () => {
  const media = [
    { id: 3, position: 1 },
    { id: 1, position: 2 },
    { id: 4, position: 0 },
    { id: 2, position: 1 },
  ];
  assert.deepEqual(
    inOrder(media).map(({ id }) => id),
    [4, 2, 3, 1],
  );
});

test('a photo that is still being prepared has no files, and that is no error', () => {
  const view = mediaView(deps, {
    id: 1,
    publicId: 'A'.repeat(22),
    storyId: 1,
    memberId: 1,
    kind: 'photo',
    status: 'uploading',
    problem: null,
    position: 0,
    alt: '',
    fileName: '../../etc/passwd',
    width: 0,
    height: 0,
    duration: null,
    placeholder: '#8a8580',
    transcript: null,
    bytes: 0,
    createdAt: 0,
    files: [],
  });
  assert.deepEqual([view.images, view.film, view.captions], [[], null, []]);
  assert.ok(!JSON.stringify(view).includes('passwd'));
});
