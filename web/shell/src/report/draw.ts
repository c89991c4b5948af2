/** A page of a few screens needs no framework: elements, made with what they hold. */

type Child = Node | string | null | undefined | false;
type Made<Tag extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset' | 'children'>
> & { readonly attributes_?: Readonly<Record<string, string>> };

/** Text is always set as text: what people wrote is never markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  made: Made<Tag> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const { attributes_: attributes = {}, ...properties } = made;
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

export const button = (text: string, onclick: () => void, className = ''): HTMLButtonElement =>
  el('button', { type: 'button', className, onclick }, text);
