/** What wrangler.toml binds. */
export type Env = {
  DB: D1Database;
  FILES: R2Bucket;
  /** 32 random bytes in base64url: signs tickets. A secret in production; made by `npm start` locally. */
  TICKET_KEY: string;
  SIGN_IN_LIMIT: RateLimit;
  CODE_LIMIT: RateLimit;
  CAPTIONS_LIMIT: RateLimit;
  /** The captioning service, where the operator bound one (`wrangler.toml` says how). */
  AI?: Ai;
};
