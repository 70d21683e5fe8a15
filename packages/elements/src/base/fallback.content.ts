/** What shows nothing, whatever is in it. */
const silent = 'br, wbr, hr, script, style, template, noscript, link, meta, [hidden]';
/** What shows something without any text: pictures, media, fields, other custom elements (by their dash, see below). */
const visual = 'img, svg, video, audio, canvas, iframe, object, embed, input, button, select, textarea, slot';
/** Nothing but white space of any kind and characters without a width. */
const blank = /^[\s\u00ad\u200b-\u200f\u2060]*$/;

/**
 * Whether what a page put into an element for its default slot says anything to a visitor. Line breaks, empty paragraphs,
 * comments, scripts and styles do not; what has a slot of its own does not count.
 */
export const hasContent = (element: Element): boolean =>
  [...element.childNodes].some((node) => !(node as Element).slot && isSeen(node));

function isSeen(node: Node): boolean {
  if (!(node instanceof Element)) return node instanceof Text && !blank.test(node.data);
  if (node.matches(silent)) return false;
  return node.matches(visual) || node.localName.includes('-') || [...node.childNodes].some(isSeen);
}
