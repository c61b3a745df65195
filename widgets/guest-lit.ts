/**
 * What pages need not load of Lit. What it leaves on `globalThis` and `Symbol`: marks of its version, doors for
 * polyfills; a guest leaves nothing in the host's page. And what no widget uses: directives, compiled templates,
 * custom converters, and of the life cycle what is not `willUpdate`, `updated` or `hostUpdated`. Every part is
 * named by its whole text, so that a new version of Lit stops the build until somebody has looked at it again.
 */
import type { Plugin } from 'vite';

/** Text to leave out, and what to write in its place. */
type Change = readonly [text: string, instead?: string];

const templates: readonly Change[] = [
  // Marks, doors, and templates of SVG and MathML alone.
  [
    'const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z},B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");',
  ],
  ['l=2===i?"<svg>":3===i?"<math>":"",c=v', 'l="",c=v'],
  ['+(2===i?"</svg>":3===i?"</math>":"")'],
  [
    'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
    'this.el=S.createElement(f),P.currentNode=this.el.content;',
  ],
  [
    'x=t=>(i,...s)=>({_$litType$:t,strings:i,values:s}),b=x(1),w=x(2),T=x(3),E=Symbol.for("lit-noChange"),',
    'b=(i,...s)=>({_$litType$:1,strings:i,values:s}),',
  ],
  [
    'export{j as _$LH,b as html,T as mathml,E as noChange,A as nothing,D as render,w as svg}',
    'export{b as html,A as nothing,D as render}',
  ],
  // Compiled templates. What is no template of ours is still refused: an object of the API's, for one.
  [
    'e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'e=this._$AC(t)',
  ],
  ['{values:i,_$litType$:s}', '{values:i}'],
  ['constructor({strings:t,_$litType$:i},e){', 'constructor({strings:t}){'],
  ['[f,v]=N(t,i)', '[f,v]=N(t)'],
  ['static createElement(t,i){', 'static createElement(t){'],
  ['N=(t,i)=>{', 'N=t=>{'],
  ['throw Error("invalid template strings array")', 'throw Error()'],
  // Expressions in comments, in the text of `<textarea>` and its like, and where no attribute is: see `refused`.
  ['let n,l="",', 'let l="",'],
  [
    String.raw`v=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,_=/-->/g,m=/>/g,`,
    String.raw`v=/<(?:\/?[a-zA-Z][^>\s]*|\/?$)/g,`,
  ],
  [
    'c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p):c===p',
    'c===v?c=p:c===p',
  ],
  ['(c=n??v,d=-1)', '(c=v,d=-1)'],
  ['c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
  [
    'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}}else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}l++',
    '}else r.data===n&&d.push({type:2,index:l});l++',
  ],
  [String.raw`y=/^(?:script|style|textarea|title)$/i,`],
  [
    'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
  ],
  // Directives, and what only they ask for: what a part is within, and whether the page has it.
  [
    'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
  ],
  [
    'constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){',
    'constructor(t){this._$AV=[],this._$AD=t}u(t){',
  ],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  [
    'for(;void 0!==r;){if(o===r.index){let i;2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t)),this._$AV.push(i),r=s[++n]}o!==r?.index&&(h=P.nextNode(),o++)}',
    'for(;r;)o===r.index?(this._$AV.push(r.ctor?new r.ctor(h,r.name,r.strings,t):new k(h,h.nextSibling,t)),r=s[++n]):(h=P.nextNode(),o++);',
  ],
  [
    'void 0!==s&&(void 0!==s.strings?(s._$AI(t,s,i),i+=s.strings.length-2):s._$AI(t[i])),i++',
    's.strings?(s._$AI(t,i),i+=s.strings.length-2):s._$AI(t[i]),i++',
  ],
  [
    'get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,s,e){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e,this._$Cv=e?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=M(this,t,i),a(t)?',
    'constructor(t,i,s){this._$AH=A,this._$AA=t,this._$AB=i,this.options=s}_$AI(t){a(t)?',
  ],
  ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['const t=new R(e,this)', 'const t=new R(e)'],
  ['new k(this.O(c()),this.O(c()),this,this.options)', 'new k(this.O(c()),this.O(c()),this.options)'],
  [
    'e<i.length&&(this._$AR(s&&s._$AB.nextSibling,e),i.length=e)}_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;)',
    'e<i.length&&(this._$AR(s&&s._$AB.nextSibling),i.length=e)}_$AR(t=this._$AA.nextSibling){for(;t!==this._$AB;)',
  ],
  ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}'],
  [
    'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,s,e,h){this.type=1,this._$AH=A,this._$AN=void 0,this.element=t,this.name=i,this._$AM=e,this.options=h,s.length>2',
    'constructor(t,i,s,h){this._$AH=A,this.element=t,this.name=i,this.options=h,s.length>2',
  ],
  ['fill(new String),this.strings=s):this._$AH=A}_$AI(t,i=this,s,e){', 'fill(new String),this.strings=s):0}_$AI(t,s){'],
  [
    'if(void 0===h)t=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,o&&(this._$AH=t)',
    'if(!h)o=!a(t)||t!==this._$AH,this._$AH=t',
  ],
  [
    'const e=t;let n,r;for(t=h[0],n=0;n<h.length-1;n++)r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),o',
    'const e=t;let n,r;for(t=h[0],n=0;n<h.length-1;n++)r=e[s+n],o',
  ],
  ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
  ['class I extends H{constructor(){super(...arguments),this.type=3}', 'class I extends H{'],
  ['class L extends H{constructor(){super(...arguments),this.type=4}', 'class L extends H{'],
  [
    'class z extends H{constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}',
    'class z extends H{_$AI(t){t??=A;const s=this._$AH;t===A?this.element.removeEventListener(this.name,this,s):s===A&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){this._$AH.call?this._$AH.call(this.options.host,t):this._$AH.handleEvent(t)}',
  ],
  [
    'const D=(t,i,s)=>{const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h}',
    'const D=(t,i,s)=>{(i._$litPart$??=new k(i.insertBefore(c(),s.renderBefore),s.renderBefore,s))._$AI(t)}',
  ],
];

const elements: readonly Change[] = [
  // Marks and doors.
  ['p=a.reactiveElementPolyfillSupport,'],
  ['p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', '0'],
  ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;'],
  [
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
  ],
  ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}'],
  [',this.constructor.l?.forEach(t=>t(this))'],
  ['void 0!==t.l&&(this.l=[...t.l]),'],
  ['removeController(t){this._$EO?.delete(t)}'],
  // Its own way of keeping names of properties, which this build does not shorten.
  ['this.hasOwnProperty(d("elementProperties"))', 'this.hasOwnProperty("elementProperties")'],
  ['this.hasOwnProperty(d("finalized"))', 'this.hasOwnProperty("finalized")'],
  ['this.hasOwnProperty(d("properties"))', 'this.hasOwnProperty("properties")'],
  ['y[d("elementProperties")]=new Map,y[d("finalized")]=new Map', 'y.elementProperties=new Map,y.finalized=1'],
  // Converters other than for texts, numbers and flags.
  [
    'u={toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}},',
    'u=(t,s)=>s===Boolean?null!==t:s===Number&&null!==t?Number(t):t,',
  ],
  ['c=a.trustedTypes,l=c?c.emptyScript:"",', ''],
  ['b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}', 'b={}'],
  [
    '_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}',
    '_$ET(t,s){const i=this.constructor,e=i._$Eu(t,i.elementProperties.get(t));this._$Em=t,null==s||!1===s?this.removeAttribute(e):this.setAttribute(e,!0===s?"":s),this._$Em=null}',
  ],
  [
    '_$AK(t,s){const i=this.constructor,e=i._$Eh.get(t);if(void 0!==e&&this._$Em!==e){const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null}}',
    '',
  ],
  [
    'attributeChangedCallback(t,s,i){this._$AK(t,i)}',
    'attributeChangedCallback(t,r,s){const i=this.constructor,e=i._$Eh.get(t);this._$Em!==e&&(this._$Em=e,this[e]=u(s,i.elementProperties.get(e).type),this._$Em=null)}',
  ],
  // Properties that have accessors of their own, or defaults that are reflected.
  [
    'if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}',
    'this._$Ei(),this.elementProperties.set(t,s),e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))',
  ],
  ['createProperty(t,s=b)', 'createProperty(t,s)'],
  [
    'const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}',
    'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}',
  ],
  ['static getPropertyOptions(t){return this.elementProperties.get(t)??b}'],
  [
    'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}',
    'requestUpdate(t,s,e){if(t){if(i(this[t],s))return;this.C(t,s,e)}',
  ],
  [
    'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
    'C(t,s,e){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0),e?.reflect&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
  ],
  [
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
  ],
  [
    'const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])',
    'const t=this.properties;for(const s of r(t))this.createProperty(s,t[s])',
  ],
  [
    'const i=s.attribute;return!1===i?void 0:"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0',
    'return s.state||!1===s.attribute?void 0:s.attribute??t.toLowerCase()',
  ],
  [
    'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
    'return[...new Set(s.flat(1/0))]',
  ],
  ['this.constructor.shadowRootOptions', '{mode:"open"}'],
  ['y.shadowRootOptions={mode:"open"},'],
  // The rest of the life cycle.
  [
    'get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}',
    'get updateComplete(){return this._$ES}',
  ],
  ['shouldUpdate(t){return!0}'],
  ['firstUpdated(t){}'],
  ['this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)', 'this.hasUpdated=!0,this.updated(t)'],
  ['scheduleUpdate(){return this.performUpdate()}'],
  [
    'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending',
    'return this.performUpdate(),!this.isUpdatePending',
  ],
  [
    'let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)',
    'const s=this._$AL;try{this.willUpdate(s),this.update(s)}catch(t){throw this._$EM(),t}this._$AE(s)',
  ],
];

const litElement: readonly Change[] = [
  [
    's.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});const n={_$AK:(t,e,r)=>{t._$AK(e,r)},_$AL:t=>t._$AL};(s.litElementVersions??=[]).push("4.2.2");export{i as LitElement,n as _$LE};',
    'export{i as LitElement};',
  ],
  ['const s=globalThis;'],
  ['import{render as e,noChange as r}from"lit-html"', 'import{render as e}from"lit-html"'],
  [
    'constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
    'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions={host:this,renderBefore:t.firstChild},t}',
  ],
  [
    'const r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=e(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return r}',
    'const r=this.render();super.update(t),e(r,this.renderRoot,this.renderOptions)}',
  ],
  ['i._$litElement$=!0,i["finalized"]=!0,', 'i.finalized=!0;'],
];

const files: readonly (readonly [file: string, changes: readonly Change[]])[] = [
  ['lit-html/lit-html.js', templates],
  ['@lit/reactive-element/reactive-element.js', elements],
  ['lit-element/lit-element.js', litElement],
];

/** What stands on those parts, and so cannot be used by a widget. */
const gone =
  /\b(?:firstUpdated|shouldUpdate|scheduleUpdate|getUpdateComplete|hostUpdate|removeController|shadowRootOptions|noChange|hasChanged|useDefault|noAccessor|converter)\b|\btype: (?:Object|Array)\b/;

/**
 * Refuses markup that Lit, as pages receive it, would draw wrong.
 * @param markup a template, with a NUL in the place of each expression
 */
export function refuseMarkup(markup: string): void {
  const wrong = /<!--|<(?:textarea|title|style|script)\b[^>]*>[^<]*\0/.exec(markup)?.[0];
  if (wrong) throw new Error(`A comment or an expression in raw text cannot be drawn (widgets/guest-lit.ts): ${wrong}`);
}

/** Leaves those parts out of Lit, and refuses a widget that would need one. */
export const guestLit: Plugin = {
  name: 'guest-lit',
  transform(code, id) {
    const used = id.includes('/node_modules/') ? undefined : gone.exec(code)?.[0];
    if (used) throw new Error(`${id} uses "${used}", which widgets/guest-lit.ts leaves out of Lit.`);
    const changes = files.find(([file]) => id.endsWith(`/node_modules/${file}`))?.[1];
    return changes?.reduce((rest, [text, instead = '']) => {
      if (rest.split(text).length !== 2) throw new Error(`${id} has changed: this is not in it once: ${text}`);
      return rest.replace(text, () => instead);
    }, code);
  },
};
