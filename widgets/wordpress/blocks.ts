import { embeddable, embedOptions, embedThemes, type Embeddable, type EmbedOption } from '../../api/contract/embed.ts';
import { locales } from '../../api/contract/locales.ts';
import { version } from '../../api/contract/version.ts';

/** What the editor says of each block, in English: WordPress looks the translations up by these texts. */
const blocks: Record<Embeddable, { title: string; icon: string; description: string; keywords: readonly string[] }> = {
  signup: {
    title: 'Club: sign-up',
    icon: 'groups',
    description: 'Visitors join the ambassadors’ club without leaving this page.',
    keywords: ['ambassador', 'form'],
  },
  testimonials: {
    title: 'Club: stories',
    icon: 'format-quote',
    description: 'What ambassadors tell, in words, photos and films.',
    keywords: ['ambassador', 'testimonials'],
  },
  badge: {
    title: 'Club: badge',
    icon: 'awards',
    description: 'An ambassador’s badge, checked while somebody looks at it.',
    keywords: ['ambassador', 'badge'],
  },
  counter: {
    title: 'Club: counter',
    icon: 'chart-bar',
    description: 'How many ambassadors there are, and the goal.',
    keywords: ['ambassador', 'counter'],
  },
  'story-form': {
    title: 'Club: tell a story',
    icon: 'edit',
    description: 'Members tell their story without leaving this page.',
    keywords: ['ambassador', 'form'],
  },
};

/** One attribute of a block, as `block.json` and the editor's REST requests describe it (JSON Schema). */
interface BlockAttribute {
  type: 'string' | 'boolean' | 'integer';
  /** Absent: the widget decides. */
  default?: string | boolean | number;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
}

/** The `block.json` of each widget: its attributes are those of the contract, and the four that all take. */
export function blockFiles(): Record<Embeddable, object> {
  const file = (widget: Embeddable) => ({
    $schema: 'https://schemas.wp.org/trunk/block.json',
    apiVersion: 3,
    name: `ambassador-widgets/${widget}`,
    version,
    category: 'embed',
    ...blocks[widget],
    textdomain: 'ambassador-widgets',
    attributes: {
      partner: { type: 'string', default: '' },
      lang: { type: 'string', enum: ['', ...locales], default: '' },
      theme: { type: 'string', enum: embedThemes, default: 'auto' },
      accent: { type: 'string', default: '' },
      ...Object.fromEntries(embedOptions[widget].map((option) => [option.name, attributeOf(option)])),
    },
    supports: { align: ['wide', 'full'], html: false },
    editorScript: 'ambassador-widgets-editor',
  });
  return Object.fromEntries(embeddable.map((widget) => [widget, file(widget)])) as Record<Embeddable, object>;
}

function attributeOf(option: EmbedOption): BlockAttribute {
  switch (option.kind) {
    case 'choice':
      return { type: 'string', enum: option.values, default: option.default };
    case 'flag':
      return { type: 'boolean', default: false };
    case 'number':
      return { type: 'integer', minimum: option.min, maximum: option.max };
    default:
      return { type: 'string', default: '' };
  }
}
