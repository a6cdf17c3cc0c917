/** After another screen took the place of one: whoever hears the page is told, and Tab begins at its top. */
export const focusMain = (): void => {
  document.getElementById('main')?.focus({ preventScroll: true });
};
