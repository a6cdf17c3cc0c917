// Runs before the first paint, so that a page of the chosen colours never flashes in the device's.
// The choice is made in shared/screens/shell/device-choices.ts.
const theme = localStorage.getItem('chalkloop-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
