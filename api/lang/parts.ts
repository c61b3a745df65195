/** What pages are made of, whatever they say. */

/** A heading and what stands under it, in one paragraph. */
export interface Message {
  title: string;
  text: string;
}

/** A part of a longer page: heading, paragraphs, then points of a list when there are any. */
export interface PagePart {
  title: string;
  paragraphs: string[];
  points?: string[];
}

/** A page that asks for one button to be pressed. */
export interface Question extends Message {
  button: string;
  /** What happens when the button is not pressed. */
  otherwise: string;
}
