import type { RichText, TextBlock, TextRun } from '@s360-widgets/contract';
import { parseDocument } from 'htmlparser2';

/**
 * S-360's descriptions are HTML from an editor. They become a tree of paragraphs, headings and lists with strong, emphasis
 * and links; everything else is dropped and its text kept, but for elements whose content is no text.
 */
export function toRichText(html: string): RichText {
  const writer = new BlockWriter();
  for (const node of parseDocument(html).children) visit(node, writer, {});
  return writer.finish();
}

/** The words alone, for who searches. */
export const plainText = (blocks: RichText): string =>
  blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join(' ');

/** The little of htmlparser2's nodes that is used. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

type Style = Omit<TextRun, 'text'>;

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'blockquote',
  'table',
  'tr',
  'dl',
  'dt',
  'dd',
  'pre',
  'hr',
  'ul',
  'ol',
  'li',
]);
/** Elements whose content is no text for readers. */
const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
  'button',
]);

function visit(node: Node, writer: BlockWriter, style: Style): void {
  if (node.type === 'text') {
    writer.text(node.data ?? '', style);
    return;
  }
  const name = node.name ?? '';
  if (dropped.has(name) || node.type === 'comment') return;
  const inner = styleOf(node, style);
  const within = () => {
    for (const child of node.children ?? []) visit(child, writer, inner);
  };
  if (name === 'br') writer.lineBreak(style);
  else if (headings.has(name)) writer.block({ kind: 'heading' }, within);
  else if (name === 'ul' || name === 'ol') writer.block({ kind: 'list', ordered: name === 'ol' }, within);
  else if (name === 'li') writer.item(within);
  else if (blocks.has(name)) writer.block({ kind: 'paragraph' }, within);
  else within();
}

/** The style inside an element: strong and emphasis add up, the innermost link counts. */
function styleOf(node: Node, style: Style): Style {
  if (node.name === 'strong' || node.name === 'b') return { ...style, strong: true };
  if (node.name === 'em' || node.name === 'i') return { ...style, emphasis: true };
  const href = node.name === 'a' ? safeHref(node.attribs?.href ?? '') : undefined;
  return href ? { ...style, href } : style;
}

/** An absolute http, https, mailto or tel address; anything else is no link. Control characters can't hide a scheme. */
function safeHref(href: string): string | undefined {
  if (!URL.canParse(href.trim())) return undefined;
  const url = new URL(href.trim());
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}

type OpenBlock = { kind: 'paragraph' } | { kind: 'heading' } | { kind: 'list'; ordered: boolean };

/** Collects runs into blocks. A block within a list item is one line more of the item; lists in lists are flattened. */
class BlockWriter {
  readonly #blocks: TextBlock[] = [];
  #runs: TextRun[] = [];
  #open: OpenBlock = { kind: 'paragraph' };
  #list: { ordered: boolean; items: TextRun[][] } | undefined;

  /** Text of one style next to the same style is one run. */
  text(text: string, style: Style): void {
    const plain = text.replace(/\s+/g, ' ');
    const last = this.#runs.at(-1);
    if (
      last &&
      last.href === style.href &&
      last.strong === style.strong &&
      last.emphasis === style.emphasis
    ) {
      last.text += plain;
    } else this.#runs.push({ text: plain, ...style });
  }

  /** A line of its own becomes a paragraph of its own, but in a list, where it is a space. */
  lineBreak(style: Style): void {
    this.text(' ', style);
    if (!this.#list) this.#endBlock();
  }

  /** Ends what is open, then collects what `within` writes as a block of its own; in a list it is part of the item. */
  block(open: OpenBlock, within: () => void): void {
    if (this.#list) {
      this.text(' ', {});
      within();
      this.text(' ', {});
      return;
    }
    this.#endBlock();
    this.#open = open;
    if (open.kind === 'list') this.#list = { ordered: open.ordered, items: [] };
    within();
    this.#endItem();
    this.#endBlock();
    this.#open = { kind: 'paragraph' };
  }

  item(within: () => void): void {
    this.#endItem();
    within();
    this.#endItem();
  }

  finish(): RichText {
    this.#endBlock();
    return this.#blocks;
  }

  #endItem(): void {
    if (!this.#list) return;
    const runs = this.#takeRuns();
    if (runs.length > 0) this.#list.items.push(runs);
  }

  #endBlock(): void {
    if (this.#list) {
      if (this.#list.items.length > 0) this.#blocks.push({ kind: 'list', ...this.#list });
      this.#list = undefined;
      return;
    }
    const runs = this.#takeRuns();
    if (runs.length > 0)
      this.#blocks.push({ kind: this.#open.kind === 'heading' ? 'heading' : 'paragraph', runs });
  }

  /** The runs since the last block, white space at the ends and doubled between runs taken away. */
  #takeRuns(): TextRun[] {
    const runs: TextRun[] = [];
    for (const run of this.#runs) {
      const before = runs.at(-1);
      const single = run.text.replace(/ +/g, ' ');
      const text = !before || before.text.endsWith(' ') ? single.trimStart() : single;
      if (text) runs.push({ ...run, text });
    }
    const last = runs.at(-1);
    if (last) last.text = last.text.trimEnd();
    this.#runs = [];
    return runs.filter(({ text }) => text !== '');
  }
}
