/**
 * The blocks in the editor. What can be chosen comes from each block's attributes, which the build writes from the
 * club's own list; what is shown is what the page will show where no script runs.
 */
((wp) => {
  'use strict';
  const { blockEditor, blocks, components, element, serverSideRender: ServerSideRender } = wp;
  const { __ } = wp.i18n;
  const h = element.createElement;

  const labels = {
    partner: __('Partner, if another than in the settings', 'ambassador-widgets'),
    lang: __('Language', 'ambassador-widgets'),
    theme: __('Light or dark', 'ambassador-widgets'),
    circle: __('Circle', 'ambassador-widgets'),
    compact: __('Never unfolds by itself', 'ambassador-widgets'),
    open: __('Shows the form at once', 'ambassador-widgets'),
    layout: __('Layout', 'ambassador-widgets'),
    kind: __('Kind of stories', 'ambassador-widgets'),
    language: __('Language of the stories', 'ambassador-widgets'),
    tag: __('Keyword', 'ambassador-widgets'),
    limit: __('How many stories', 'ambassador-widgets'),
    order: __('Order', 'ambassador-widgets'),
    story: __('Id of one story', 'ambassador-widgets'),
    'only-partner': __('Only stories told through this partner', 'ambassador-widgets'),
    badge: __('Address or id of the badge', 'ambassador-widgets'),
    variant: __('Form', 'ambassador-widgets'),
    share: __('Also what this partner brought', 'ambassador-widgets'),
    'no-goal': __('Without goal and date', 'ambassador-widgets'),
  };

  const values = {
    lang: {
      '': __('as the page', 'ambassador-widgets'),
      fr: 'Français',
      de: 'Deutsch',
      en: 'English',
      gsw: 'Elsässisch',
    },
    theme: {
      auto: __('as the page', 'ambassador-widgets'),
      light: __('light', 'ambassador-widgets'),
      dark: __('dark', 'ambassador-widgets'),
    },
    layout: {
      carousel: __('one after the other', 'ambassador-widgets'),
      wall: __('wall', 'ambassador-widgets'),
      list: __('list', 'ambassador-widgets'),
      single: __('a single one', 'ambassador-widgets'),
    },
    kind: {
      '': __('all', 'ambassador-widgets'),
      text: __('text', 'ambassador-widgets'),
      photo: __('photo', 'ambassador-widgets'),
      video: __('video', 'ambassador-widgets'),
    },
    order: {
      featured: __('featured first', 'ambassador-widgets'),
      newest: __('newest first', 'ambassador-widgets'),
      oldest: __('oldest first', 'ambassador-widgets'),
    },
    variant: {
      line: __('line', 'ambassador-widgets'),
      seal: __('seal', 'ambassador-widgets'),
      compact: __('compact', 'ambassador-widgets'),
      figure: __('large figure', 'ambassador-widgets'),
    },
  };

  /** The same for every widget: in a panel of their own. */
  const common = ['partner', 'lang', 'theme'];

  function control(name, schema, value, change) {
    const usual = { key: name, label: labels[name], onChange: (next) => change({ [name]: next }) };
    if (schema.enum) {
      const options = schema.enum.map((each) => ({ value: each, label: values[name][each] }));
      return h(components.SelectControl, { ...usual, value, options });
    }
    if (schema.type === 'boolean') return h(components.ToggleControl, { ...usual, checked: value });
    if (schema.type === 'integer') {
      return h(components.RangeControl, { ...usual, value, min: schema.minimum, max: schema.maximum });
    }
    return h(components.TextControl, { ...usual, value });
  }

  function Edit({ name, attributes, setAttributes }) {
    const schemas = blocks.getBlockType(name).attributes;
    const controls = (wanted) =>
      Object.keys(schemas)
        .filter((each) => labels[each] && common.includes(each) === wanted)
        .map((each) => control(each, schemas[each], attributes[each], setAttributes));
    const panel = (title, isCommon) =>
      h(components.PanelBody, { title, initialOpen: !isCommon }, ...controls(isCommon));
    return h(
      'div',
      blockEditor.useBlockProps(),
      h(
        blockEditor.InspectorControls,
        null,
        panel(__('Widget', 'ambassador-widgets'), false),
        panel(__('Partner, language, theme', 'ambassador-widgets'), true),
      ),
      // Its link must not lead away from the editor.
      h(components.Disabled, null, h(ServerSideRender, { block: name, attributes })),
    );
  }

  /** What a shortcode says, as the block's attribute: it is text there, and a name alone is a flag. */
  function fromShortcode(name, { type, default: usual }) {
    const read = ({ named, numeric }) => {
      const text = named[name];
      if (type === 'boolean') return numeric.includes(name) || ['', '1', 'true', 'yes', 'on', name].includes(text);
      return text === undefined ? usual : type === 'integer' ? Number(text) || usual : text;
    };
    return { type, shortcode: read };
  }

  for (const widget of ['signup', 'testimonials', 'badge', 'counter', 'story-form']) {
    const name = `ambassador-widgets/${widget}`;
    const attributes = {};
    blocks.registerBlockType(name, {
      edit: Edit,
      save: () => null,
      transforms: {
        from: [
          {
            type: 'shortcode',
            tag: 'ambassador',
            attributes,
            isMatch: ({ named }) => named.widget === widget,
          },
        ],
      },
    });
    for (const [key, schema] of Object.entries(blocks.getBlockType(name).attributes)) {
      if (labels[key]) attributes[key] = fromShortcode(key, schema);
    }
  }
})(window.wp);
