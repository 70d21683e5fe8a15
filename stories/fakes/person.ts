/** What a person does in a story: waits until something is there, then uses it. */

/** Everything below an element, through all shadow roots. */
function* within(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

const nextFrame = () => new Promise<unknown>(requestAnimationFrame);

/** @throws when it is not there within about five seconds */
async function find(
  root: ParentNode,
  what: string,
  isIt: (element: HTMLElement) => boolean,
): Promise<HTMLElement> {
  for (let frame = 0; frame < 300; frame++) {
    for (const element of within(root)) if (isIt(element)) return element;
    await nextFrame();
  }
  throw new Error(`There is no ${what}`);
}

const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent.trim();

/** Presses the button of that name. */
export async function press(root: ParentNode, name: string): Promise<void> {
  const button = await find(
    root,
    `button "${name}"`,
    (each) => each.localName === 'button' && nameOf(each) === name,
  );
  button.click();
  await nextFrame();
}

/** Chooses the option whose label begins so. */
export async function pick(root: ParentNode, name: string): Promise<void> {
  const label = await find(
    root,
    `option "${name}"`,
    (each) => each.localName === 'label' && each.textContent.trim().startsWith(name),
  );
  label.click();
  await nextFrame();
}

/** Types into the first field of that type. */
export async function type(root: ParentNode, fieldType: string, text: string): Promise<void> {
  const field = await find(
    root,
    `field of type ${fieldType}`,
    (each) => each instanceof HTMLInputElement && each.type === fieldType,
  );
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Ticks the box or chooses the option of that id. */
export async function tick(root: ParentNode, id: string): Promise<void> {
  const box = await find(root, `box #${id}`, (each) => each.id === id);
  box.click();
  await nextFrame();
}
