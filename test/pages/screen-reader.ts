import { type CDPSession, expect, type Page } from '@playwright/test';

/** A node of the accessibility tree, as much of it as a person is told. */
export interface Heard {
  readonly role: string;
  readonly name: string;
  readonly isFocused: boolean;
  /** What the browser calls the element behind it. */
  readonly backendNodeId: number;
}

/** What of the protocol's node is read. */
interface TreeNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly backendDOMNodeId?: number;
}

/**
 * A visitor who knows a page by its accessibility tree alone: finds by role and name, puts the focus there as assistive
 * technology does, and presses Enter or the space bar. Knows no selector and no place on the screen.
 */
export class ScreenReader {
  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** All that is told, in the page and in the frames that it shows. */
  async hear(): Promise<Heard[]> {
    const { frameTree } = await this.session.send('Page.getFrameTree');
    const frames = [frameTree, ...(frameTree.childFrames ?? [])];
    const trees = await Promise.all(
      frames.map(({ frame }) => this.session.send('Accessibility.getFullAXTree', { frameId: frame.id })),
    );
    return trees.flatMap(({ nodes }) => (nodes as TreeNode[]).flatMap(heard));
  }

  /** Waits until something of that role and name is told, such as after a new page, and gives all that is. */
  async find(role: string, name: string | RegExp): Promise<Heard[]> {
    let found: Heard[] = [];
    await expect
      .poll(
        async () => {
          found = (await this.hear().catch(() => [])).filter(
            (node) => node.role === role && isNamed(node, name),
          );
          return found.length;
        },
        { message: `a ${role} "${String(name)}"` },
      )
      .toBeGreaterThan(0);
    return found;
  }

  /** Waits until the focus is there, which is what is read out next. */
  async expectAt(role: string, name: string | RegExp): Promise<void> {
    await expect
      .poll(
        async () => {
          // The page itself counts as focused too; what is in it comes after it.
          const at = (await this.hear().catch(() => [])).filter(({ isFocused }) => isFocused).at(-1);
          return at && isNamed(at, name) ? at.role : `${at?.role} "${at?.name}"`;
        },
        { message: `the focus is at a ${role} "${String(name)}"` },
      )
      .toBe(role);
  }

  /** What was found may be drawn anew before the focus is there: then it is looked for again. */
  async focus(role: string, name: string | RegExp): Promise<void> {
    await expect(async () => {
      const [first] = await this.find(role, name);
      await this.session.send('DOM.focus', { backendNodeId: first!.backendNodeId });
    }).toPass();
  }

  async press(role: string, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.focus(role, name);
    await this.page.keyboard.press(key);
  }

  async type(text: string, role: 'textbox' | 'searchbox' | 'combobox', name: string | RegExp): Promise<void> {
    await this.focus(role, name);
    await this.page.keyboard.type(text);
  }
}

function heard({ ignored, role, name, properties, backendDOMNodeId }: TreeNode): Heard[] {
  if (ignored || backendDOMNodeId === undefined) return [];
  const isFocused = properties?.some(
    (property) => property.name === 'focused' && property.value.value === true,
  );
  return [
    {
      role: role?.value ?? '',
      name: name?.value ?? '',
      isFocused: isFocused ?? false,
      backendNodeId: backendDOMNodeId,
    },
  ];
}

const isNamed = ({ name }: Heard, wanted: string | RegExp) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);
