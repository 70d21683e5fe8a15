/**
 * Declarations for the property, `.style=${inlineStyle('left:4px')}`. A strict Content-Security-Policy blocks the attribute `style`,
 * and with it Lit's `styleMap`, whose first render writes it.
 * @returns the text itself: an element takes it as its `style.cssText`, which lit-analyzer's types do not know yet
 */
export const inlineStyle = (text: string): CSSStyleDeclaration => text as unknown as CSSStyleDeclaration;
