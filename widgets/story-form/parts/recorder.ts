/** The camera: loaded when somebody wants to record here. Draws nothing. */
import { mediaLimits } from '../../../api/contract/limits.ts';

/** Where a recording stands. */
export type Phase = 'asking' | 'ready' | 'countdown' | 'recording' | 'recorded' | 'refused';

// MP4 plays everywhere once it is published; whoever can write only WebM writes that.
const types = ['video/mp4', 'video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm'];
const bitrate = 2_500_000;
const second = 1000;

/** One recording, over as many takes as it takes. */
export class Recorder {
  readonly #changed: (phase: Phase) => void;
  #recorder: MediaRecorder | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #began = 0;
  #gone = false;
  phase: Phase = 'asking';
  stream: MediaStream | undefined;
  /** Seconds to wait, then seconds recorded. */
  seconds = 0;
  film: File | undefined;
  /** Milliseconds. */
  duration = 0;
  /** Where the film can be replayed from. */
  address: string | undefined;

  /** @param changed told of each phase, and of each second */
  constructor(changed: (phase: Phase) => void) {
    this.#changed = changed;
  }

  /** Asks for camera and microphone, and shows what they see. */
  async open(): Promise<void> {
    this.#become('asking');
    try {
      if (!('MediaRecorder' in globalThis)) throw new TypeError('no MediaRecorder');
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: true,
        video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      if (this.#gone) return end(stream);
      this.stream = stream;
      this.#become('ready');
    } catch {
      if (!this.#gone) this.#become('refused');
    }
  }

  /** Three, two, one, go. */
  begin(): void {
    this.seconds = 3;
    this.#become('countdown');
    this.#every(() => {
      this.seconds -= 1;
      if (this.seconds) this.#changed(this.phase);
      else this.#record();
    });
  }

  /** Ends the take. */
  stop(): void {
    clearInterval(this.#timer);
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
    else if (this.phase === 'countdown') this.#become('ready');
  }

  /** Forgets the take, and shows the camera again. */
  async retake(): Promise<void> {
    this.#forget();
    await this.open();
  }

  /** Lets go of camera, microphone and film. */
  close(): void {
    this.#gone = true;
    clearInterval(this.#timer);
    if (this.#recorder) this.#recorder.onstop = null;
    this.#forget();
    end(this.stream);
    this.stream = undefined;
  }

  #record(): void {
    clearInterval(this.#timer);
    const type = types.find((one) => MediaRecorder.isTypeSupported(one));
    const options = { videoBitsPerSecond: bitrate, ...(type && { mimeType: type }) };
    const recorder = (this.#recorder = new MediaRecorder(this.stream!, options));
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void pieces.push(data);
    recorder.onstop = () => this.#keep(pieces, recorder.mimeType);
    recorder.start(second);
    this.#began = Date.now();
    this.seconds = 0;
    this.#become('recording');
    this.#every(() => {
      this.seconds = Math.round((Date.now() - this.#began) / second);
      if (Date.now() - this.#began >= mediaLimits.duration) this.stop();
      else this.#changed(this.phase);
    });
  }

  #keep(pieces: Blob[], mimeType: string): void {
    this.duration = Math.min(Date.now() - this.#began, mediaLimits.duration);
    const type = mimeType.split(';', 1)[0]!;
    this.film = new File(pieces, type === 'video/mp4' ? 'film.mp4' : 'film.webm', { type });
    this.address = URL.createObjectURL(this.film);
    end(this.stream);
    this.stream = undefined;
    this.#become('recorded');
  }

  #forget(): void {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = this.film = undefined;
  }

  #every(tick: () => void): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(tick, second);
  }

  #become(phase: Phase): void {
    this.phase = phase;
    this.#changed(phase);
  }
}

/** The light of the camera goes out. */
function end(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
