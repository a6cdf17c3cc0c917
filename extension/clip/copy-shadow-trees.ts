import type { Deadline } from './deadline.ts';
import { pristine } from './pristine.ts';

const slotOf = (node: ChildNode): string => (node instanceof Element ? pristine.attribute(node, 'slot') : '');

/** As the browser draws it: each slot is filled with what the host holds for it, and the rest isn't shown. */
const fillSlots = (host: Element, tree: DocumentFragment): void => {
  const light: ChildNode[] = [];
  for (let child = pristine.firstChild(host); child; child = pristine.firstChild(host)) {
    light.push(child);
    pristine.detach(child);
  }
  for (const slot of pristine.queryAll(tree, 'slot')) {
    const name = pristine.attribute(slot, 'name');
    const given = light.filter((child) => slotOf(child) === name);
    if (given.length > 0) pristine.replace(slot, ...given);
  }
  pristine.append(host, tree);
};

/**
 * Puts the open shadow trees of `source` into its exact copy, the innermost first. Both are walked in step: the
 * n-th element of the one is the n-th of the other, for a clone has no shadow trees of its own.
 */
export const copyShadowTrees = (
  source: Document | ShadowRoot,
  copy: Document | DocumentFragment,
  deadline: Deadline,
): void => {
  const originals = pristine.queryAll(source, '*');
  const copies = pristine.queryAll(copy, '*');
  const hosts: { host: Element; tree: DocumentFragment }[] = [];
  for (const [index, original] of originals.entries()) {
    if (deadline.isOver()) break;
    const root = pristine.shadowRoot(original);
    const host = copies[index];
    if (!root || !host) continue;
    const tree = pristine.importTree(host, root);
    copyShadowTrees(root, tree, deadline);
    hosts.push({ host, tree });
  }
  for (const { host, tree } of hosts) fillSlots(host, tree);
};
