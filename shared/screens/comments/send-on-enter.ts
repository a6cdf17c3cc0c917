/** Enter in the text sends; Shift and Enter begin a line; Enter that ends a composed character does neither. */
export const sendOnEnter = (event: KeyboardEvent, send: () => Promise<void>): void => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  if (!(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  void send();
};
