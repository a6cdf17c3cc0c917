import type { CDPSession, Page } from 'puppeteer-core';

/** By which a test reaches the passkeys in it. */
export type Authenticator = { cdp: CDPSession; authenticatorId: string };

/** A built-in authenticator that always finds its person present: passkeys without a finger. */
export const addPasskeys = async (page: Page): Promise<Authenticator> => {
  const cdp = await page.createCDPSession();
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
};
