/**
 * A process that decodes one file and ends. What strangers send is read here and nowhere else: no secrets in
 * the environment, no network use, one folder to write to, and whoever started it counts time and memory.
 */
import { writeLogo } from './logo.ts';
import { placeholderOf, closeLoaders, readPicture, writeImages, type Picture } from './photo.ts';
import { drawPoster } from './poster.ts';
import { Refusal, type Answer, type Task } from './protocol.ts';
import { sniffFile } from './sniff.ts';

async function photo(task: Task): Promise<Answer> {
  const picture = await readPicture(task.input, task.shape ?? undefined);
  const files = await writeImages(picture, task.output);
  return { made: { ...picture.full, duration: null, placeholder: await placeholderOf(picture), files } };
}

async function film(task: Task): Promise<Answer> {
  const found = await sniffFile(task.input);
  if (found === 'empty') throw new Refusal('media_empty');
  if (found?.is !== 'film') throw new Refusal('media_type');
  const { remux } = await import('./film.ts');
  const { file, duration } = await remux(task.input, found.container, task.output);
  const { width, height } = file;
  const frame = task.poster === null ? undefined : await posterOf(task.poster, file);
  const poster = frame ?? (await drawPoster(file, task.accent));
  const files = [file, ...(await writeImages(poster, task.output))];
  return { made: { width, height, duration, placeholder: await placeholderOf(poster), files } };
}

/** A poster is a courtesy: one that cannot be read is done without. */
async function posterOf(path: string, shape: { width: number; height: number }): Promise<Picture | undefined> {
  try {
    return await readPicture(path, shape);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function logo(task: Task): Promise<Answer> {
  const made = await writeLogo(task.input, task.output, task.shape!);
  return { made: { width: made.width, height: made.height, duration: null, placeholder: '#ffffff', files: [made] } };
}

const makers: Record<Task['kind'], (task: Task) => Promise<Answer>> = { photo, video: film, logo };

async function work(task: Task): Promise<Answer> {
  try {
    return await makers[task.kind](task);
  } catch (error) {
    return { problem: error instanceof Refusal ? error.code : 'media_failed' };
  }
}

closeLoaders();
process.once('message', (task: Task) => {
  void work(task).then((answer) => process.send!(answer, () => process.exit(0)));
});
// Whoever started us is gone: nobody wants the answer.
process.once('disconnect', () => process.exit(1));
