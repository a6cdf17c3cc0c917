/**
 * The browser's own accessors, called past the object: `<form name="body">` or `<input name="parentNode">`
 * hides a property of the document or of its form, but never one of the prototype, and the prototypes of our
 * isolated world are ours.
 */
const get = (of: { prototype: object }, name: string, from: object): unknown =>
  Reflect.get(of.prototype, name, from);

export type Tree = Document | DocumentFragment | Element;

const classOf = (tree: Tree) => {
  if (tree instanceof Document) return Document;
  return tree instanceof Element ? Element : DocumentFragment;
};

// Every `as` below is what the DOM standard says of the accessor that was called.
export const pristine = {
  cloneDocument: (page: Document): Document => Node.prototype.cloneNode.call(page, true) as Document,
  /** What a shadow root holds, in the document of `host`: nothing is upgraded there, so nothing runs. */
  importTree: (host: Element, root: ShadowRoot): DocumentFragment => {
    const owner = get(Node, 'ownerDocument', host) as Document;
    const tree = Document.prototype.createDocumentFragment.call(owner);
    const children = get(Node, 'childNodes', root) as NodeListOf<ChildNode>;
    for (const child of children) tree.append(Document.prototype.importNode.call(owner, child, true));
    return tree;
  },
  createElement: (of: Document, tag: string): HTMLElement => Document.prototype.createElement.call(of, tag),
  queryAll: (within: Tree, selector: string): Element[] => [
    ...classOf(within).prototype.querySelectorAll.call(within, selector),
  ],
  baseUri: (page: Document) => get(Node, 'baseURI', page) as string,
  contentType: (page: Document) => get(Document, 'contentType', page) as string,
  address: (page: Document) => get(Document, 'URL', page) as string,
  firstChild: (node: Node) => get(Node, 'firstChild', node) as ChildNode | null,
  shadowRoot: (host: Element) => get(Element, 'shadowRoot', host) as ShadowRoot | null,
  currentSource: (image: Element) => get(HTMLImageElement, 'currentSrc', image) as string,
  attribute: (element: Element, name: string): string =>
    Element.prototype.getAttribute.call(element, name) ?? '',
  setAttribute: (element: Element, name: string, value: string): void =>
    Element.prototype.setAttribute.call(element, name, value),
  removeAttribute: (element: Element, name: string): void =>
    Element.prototype.removeAttribute.call(element, name),
  append: (parent: Node, child: Node): void => {
    Node.prototype.appendChild.call(parent, child);
  },
  detach: (child: ChildNode): void => {
    const parent = get(Node, 'parentNode', child) as Node | null;
    if (parent) Node.prototype.removeChild.call(parent, child);
  },
  replace: (element: Element, ...by: Node[]): void => Element.prototype.replaceWith.call(element, ...by),
};
