/** On a phone's keyboard there is no Shift and Enter: there Enter begins a line, and the button sends. */
export const isSentByEnter = (): boolean => !matchMedia('(hover: none) and (pointer: coarse)').matches;

/** Enter in the text sends; Shift and Enter begin a line; Enter that ends a composed character does neither. */
export const sendOnEnter = (event: KeyboardEvent, send: () => Promise<void>): void => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !isSentByEnter()) return;
  if (!(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  void send();
};
