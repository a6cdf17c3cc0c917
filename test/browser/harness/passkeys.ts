import type { Page } from 'puppeteer-core';

/** A built-in authenticator that always finds its person present: passkeys without a finger. */
export const addPasskeys = async (page: Page): Promise<void> => {
  const cdp = await page.createCDPSession();
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};
